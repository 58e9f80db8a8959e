package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.Ids;
import id.tepati.rules.event.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns rows into events by a mapping. Remembers what each case said once; not thread-safe, one per reader. */
final class RowMapper {
    private final Mapping mapping;
    private final RowCheck check;
    private final SequenceRule.FileTimes file;
    private final EdgeRows edges;
    private final OncePerCaseEvents onceEvents = new OncePerCaseEvents();

    RowMapper(Mapping mapping, RowCheck check, SequenceRule.FileTimes file, EdgeRows edges) {
        this.edges = edges;
        this.mapping = mapping;
        this.check = check;
        this.file = file;
    }

    /** The row's events, all of them or none. */
    RowResult map(Row row) {
        try {
            return new RowEvents(events(row));
        } catch (RowRefused e) {
            return e.at(row.line());
        }
    }

    private List<ImportEvent> events(Row row) throws RowRefused {
        RowUnit place = RowUnit.of(mapping, row);
        String caseId = caseId(row);
        List<ImportEvent> events = new ArrayList<>();
        List<OncePerCaseEvents.Entry> news = new ArrayList<>();
        for (int i = 0; i < mapping.events().size(); i++) {
            EventRule rule = mapping.events().get(i);
            if (!rule.appliesTo(row)) {
                continue;
            }
            if (rule.once().byTime() && !edges.picks(i, place.unit(), caseId, row.line())) {
                requireTime(rule, row);
                continue;
            }
            ImportEvent event = event(rule, row, place, caseId);
            if (rule.once() != Once.CASE) {
                events.add(event);
                continue;
            }
            Optional<OncePerCaseEvents.Entry> entry = onceEvents.check(i, event);
            if (entry.isPresent()) {
                events.add(event);
                news.add(entry.get());
            }
        }
        check.require(events);
        news.forEach(onceEvents::remember);
        return events;
    }

    /** A row whose time cannot be read may be the one to pick. */
    private void requireTime(EventRule rule, Row row) throws RowRefused {
        mapping.dates().instant(row, rule.time(), rule.day());
    }

    private String caseId(Row row) throws RowRefused {
        String caseId = mapping.caseId().fill(row);
        if (caseId.length() > Ids.CASE_ID_LENGTH) {
            throw new RowRefused(
                    "case-id-too-long",
                    "the case id has " + caseId.length() + " characters, " + Ids.CASE_ID_LENGTH + " are allowed",
                    "take another column for `case`");
        }
        return caseId;
    }

    private ImportEvent event(EventRule rule, Row row, RowUnit place, String caseId) throws RowRefused {
        Map<Field, JsonNode> data = new EnumMap<>(Field.class);
        for (Map.Entry<Field, DataValue> entry : rule.data().entrySet()) {
            entry.getValue().of(row, mapping.dates()).ifPresent(value -> data.put(entry.getKey(), value));
        }
        return new ImportEvent(
                row.line(),
                rule.type(),
                rule.id().fill(row),
                mapping.dates().instant(row, rule.time(), rule.day()),
                place.unit(),
                place.service(),
                caseId,
                mapping.sequence().of(row, file, mapping.dates()).orElse(null),
                data);
    }
}
