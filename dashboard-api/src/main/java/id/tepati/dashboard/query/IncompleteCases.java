package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.contract.output.CaseRow;
import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.readmodel.UnitFigures;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.judge.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
        private static Item of(HeldCase held, List<CaseEvent> waiting) {
            return new Item(
                    held.unit(),
                    held.id(),
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
        List<HeldCase> found = units(model, unit, subtree)
                .flatMap(one -> model.figures(one).stream())
                .map(UnitFigures::incompleteCases)
                .flatMap(Collection::stream)
                .toList();
        Page<HeldCase> page = Page.of(found, held -> held.unit() + "|" + held.id(), wanted);
        Instant asOf = model.asOf().orElse(now);
        return new Answer(
                page.total(),
                page.items().stream()
                        .map(held -> Item.of(held, waiting(held.row(), model, asOf)))
                        .toList(),
                page.next());
    }

    /** How many each unit has; those that have none are left out. */
    static List<OfUnit> ofUnits(Model model) {
        List<OfUnit> counts = new ArrayList<>();
        units(model, null, false)
                .sorted()
                .forEach(unit -> model.figures(unit)
                        .map(figures -> figures.incompleteCases().size())
                        .filter(cases -> cases > 0)
                        .ifPresent(cases -> counts.add(new OfUnit(unit.value(), cases))));
        return counts;
    }

    private static Stream<UnitId> units(Model model, @Nullable UnitId unit, boolean subtree) {
        if (unit == null) {
            return model.catalogue().catalogue().units().stream().map(Unit::id);
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
