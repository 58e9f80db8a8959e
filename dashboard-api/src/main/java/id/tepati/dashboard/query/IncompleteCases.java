package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.contract.output.CaseRow;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.judge.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases with events that wait for an opening event, and so count in no figure: decided, say, and never submitted. */
public final class IncompleteCases {
    private IncompleteCases() {}

    /** The answer, by unit and case; {@code total} counts those of all pages. */
    public record Answer(
            long total, List<Item> cases, @Nullable String next) {}

    /**
     * One case.
     *
     * @param events how many of its events wait
     * @param first when the earliest of these happened
     * @param last when the latest of these happened
     * @param types of these, short as in a timeline
     * @param sources of these
     */
    public record Item(
            String unit,

            @JsonProperty("case") String caseId,

            long events,
            Instant first,
            Instant last,
            List<String> types,
            List<String> sources) {
        private static Item of(CaseRow row, List<CaseEvent> waiting) {
            return new Item(
                    row.unit(),
                    row.caseId(),
                    waiting.size(),
                    waiting.stream()
                            .map(CaseEvent::time)
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    waiting.stream()
                            .map(CaseEvent::time)
                            .max(Comparator.naturalOrder())
                            .orElseThrow(),
                    distinct(waiting, event -> event.type().shortName()),
                    distinct(waiting, event -> event.identity().source()));
        }

        private static List<String> distinct(List<CaseEvent> events, Function<CaseEvent, String> what) {
            return events.stream().map(what).distinct().sorted().toList();
        }
    }

    /** How many a unit has. */
    public record OfUnit(String unit, long cases) {}

    /**
     * Those of a unit, with the units below it if so asked.
     *
     * @param unit null for all units
     */
    public static Answer answer(Model model, @Nullable UnitId unit, boolean subtree, Page.Wanted wanted, Instant now) {
        List<UnitId> units = units(model, unit, subtree)
                .filter(one -> model.figures(one).incomplete() > 0)
                .sorted()
                .toList();
        List<CaseRow> found = next(model, units, wanted);
        boolean more = found.size() > wanted.limit();
        List<CaseRow> page = more ? found.subList(0, wanted.limit()) : found;
        Instant asOf = model.asOf().orElse(now);
        return new Answer(
                units.stream().mapToLong(one -> model.figures(one).incomplete()).sum(),
                page.stream()
                        .map(row -> Item.of(row, waiting(row, model, asOf)))
                        .toList(),
                more ? Cursor.after(keyOf(page.get(page.size() - 1))) : null);
    }

    private static String keyOf(CaseRow row) {
        return row.unit() + "|" + row.caseId();
    }

    /** One more than the page has, where there are as many. */
    private static List<CaseRow> next(Model model, List<UnitId> units, Page.Wanted wanted) {
        String after = Objects.requireNonNullElse(wanted.after(), "");
        String afterUnit = after.substring(0, Math.max(0, after.indexOf('|')));
        List<CaseRow> found = new ArrayList<>();
        for (UnitId unit : units) {
            int order = unit.value().compareTo(afterUnit);
            int missing = wanted.limit() + 1 - found.size();
            if (order >= 0 && missing > 0) {
                String afterCase = order > 0 ? "" : after.substring(afterUnit.length() + 1);
                found.addAll(model.cases().incomplete(unit, afterCase, missing));
            }
        }
        return found;
    }

    /** How many each unit has; those that have none are left out. */
    static List<OfUnit> ofUnits(Model model) {
        List<OfUnit> counts = new ArrayList<>();
        units(model, null, false)
                .sorted()
                .filter(unit -> model.figures(unit).incomplete() > 0)
                .forEach(unit ->
                        counts.add(new OfUnit(unit.value(), model.figures(unit).incomplete())));
        return counts;
    }

    private static Stream<UnitId> units(Model model, @Nullable UnitId unit, boolean subtree) {
        if (unit == null) {
            return model.catalogue().units().stream();
        }
        return subtree ? model.catalogue().subtree(unit).stream() : Stream.of(unit);
    }

    /** The case said so when it was judged last; as of another instant all of its events may be meant. */
    private static List<CaseEvent> waiting(CaseRow row, Model model, Instant asOf) {
        UnitId unit = row.key().unit();
        List<CaseEvent> waiting = Judgement.of(
                        row.file(), unit, model.catalogue().catalogue(), asOf)
                .course()
                .waiting();
        return waiting.isEmpty() ? row.file().events() : waiting;
    }
}
