package id.tepati.importer;

import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which row of each case has the first or the last time of an event. Holds a time and a line for each case and such rule;
 * not thread-safe.
 */
final class EdgeRows {
    private record Key(int rule, UnitId unit, String caseId) {}

    private record At(Instant time, long line) {
        At earlier(At other) {
            return other.time.isBefore(time) ? other : this;
        }

        At later(At other) {
            return other.time.isBefore(time) ? this : other;
        }
    }

    private final Mapping mapping;
    private final Map<Key, At> picked = new HashMap<>();

    EdgeRows(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Whether a mapping picks rows by their time at all. */
    static boolean neededBy(Mapping mapping) {
        return mapping.events().stream().anyMatch(rule -> rule.once().byTime());
    }

    /** Looks at the next row of the file; one whose case or time cannot be read is passed over, and refused later. */
    void look(Row row) {
        List<EventRule> rules = mapping.events();
        for (int i = 0; i < rules.size(); i++) {
            EventRule rule = rules.get(i);
            if (rule.once().byTime() && rule.appliesTo(row)) {
                look(i, rule, row);
            }
        }
    }

    private void look(int index, EventRule rule, Row row) {
        try {
            Key key = new Key(
                    index, RowUnit.of(mapping, row).unit(), mapping.caseId().fill(row));
            At here = new At(mapping.dates().instant(row, rule.time(), rule.day()), row.line());
            picked.merge(key, here, rule.once() == Once.FIRST ? At::earlier : At::later);
        } catch (RowRefused e) {
            // the mapper refuses the row for the same cause, with its line
        }
    }

    /** Whether the event of a rule comes from this row of its case. */
    boolean picks(int rule, UnitId unit, String caseId, long line) {
        At at = picked.get(new Key(rule, unit, caseId));
        return at != null && at.line() == line;
    }
}
