package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.dashboard.standing.CaseKind;
import id.tepati.dashboard.store.ClockFilter;
import id.tepati.dashboard.store.ClockRows;
import id.tepati.dashboard.store.ClockStatus;
import id.tepati.dashboard.store.ListedClock;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.StoredClock;
import id.tepati.rules.UnitId;
import id.tepati.rules.WireName;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clocks of cases behind a figure. */
public final class Cases {
    private Cases() {}

    /**
     * Which clocks of the scope.
     *
     * @param state null for all
     * @param outcomes empty for all
     */
    public record Filter(@Nullable ClockStatus state, Set<Outcome> outcomes) {
        /** All of them. */
        public static final Filter ALL = new Filter(null, Set.of());

        /** Takes a copy. */
        public Filter {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /**
     * One cycle of one clock of a case.
     *
     * @param kind of the case: ticket, application or complaint; absent where the clock is of a later version
     * @param atRisk menjelang jatuh tempo: it runs, is not late, and most of its promise is used
     */
    public record Item(
            String unit,

            @JsonProperty("case") String caseId,

            String service,
            String clock,
            @Nullable String kind,
            @Nullable String stage,
            @Nullable String promise,
            int cycle,
            String outcome,
            boolean open,
            boolean atRisk,
            Instant start,
            @Nullable Instant due,
            @Nullable Instant verdictAt,
            @Nullable LocalDate verdictDay,
            @Nullable Instant end,
            @Nullable Instant atRiskFrom) {
        static Item of(ListedClock listed) {
            StoredClock clock = listed.clock();
            return new Item(
                    listed.unit(),
                    listed.caseId(),
                    clock.service(),
                    clock.clock(),
                    CaseKind.ofClock(clock.clock()),
                    clock.stage(),
                    clock.promise(),
                    clock.cycle(),
                    WireName.of(clock.outcome()),
                    clock.open(),
                    listed.atRisk(),
                    clock.start(),
                    clock.due(),
                    clock.verdictAt(),
                    clock.verdictDay(),
                    clock.end(),
                    clock.atRiskFrom());
        }
    }

    /**
     * The answer.
     *
     * @param total how many clocks there are on all pages
     * @param caseTotal to how many cases these belong
     */
    public record Answer(
            @Nullable Instant asOf,
            @Nullable Double freshness,
            long total,
            long caseTotal,
            List<Item> cases,
            @Nullable String next) {}

    /**
     * Exactly the clocks that the figures of the same scope count, of which the filter lets through some: those that run by
     * their due, others by day and due.
     *
     * @throws UnknownCursorException where the page does not begin after one of this list
     */
    public static Answer answer(Model model, Scope scope, Filter filter, Page.Wanted wanted, Instant now) {
        ClockFilter clocks = scope.clocks(filter.state(), filter.outcomes());
        Set<UnitId> units = scope.units(model.catalogue());
        Counted before = wanted.after() == null
                ? new Counted(ClockCounts.of(model, units, clocks), null)
                : Counted.parse(wanted.after());
        List<ListedClock> found = page(model, units, clocks, before.cursor(), wanted.limit() + 1);
        boolean more = found.size() > wanted.limit();
        List<ListedClock> page = more ? found.subList(0, wanted.limit()) : found;
        return new Answer(
                model.asOf().orElse(null),
                Freshness.seconds(model, now),
                before.total().clocks(),
                before.total().cases(),
                page.stream().map(Item::of).toList(),
                more ? Cursor.after(before.at(page.get(page.size() - 1)).text()) : null);
    }

    private static List<ListedClock> page(
            Model model, Set<UnitId> units, ClockFilter clocks, @Nullable String after, int limit) {
        try {
            return model.clocks().page(units, clocks, after, limit);
        } catch (IllegalArgumentException odd) {
            throw new UnknownCursorException(String.valueOf(after), odd);
        }
    }

    /**
     * What a cursor holds: how many there are, counted for the first page alone, and where the page ends.
     *
     * @param cursor null before the first page
     */
    private record Counted(ClockRows.Total total, @Nullable String cursor) {
        static Counted parse(String text) {
            String[] parts = text.split("\\|", 3);
            try {
                return new Counted(new ClockRows.Total(Long.parseLong(parts[0]), Long.parseLong(parts[1])), parts[2]);
            } catch (IndexOutOfBoundsException | NumberFormatException odd) {
                throw new UnknownCursorException(text, odd);
            }
        }

        Counted at(ListedClock last) {
            return new Counted(total, last.cursor());
        }

        String text() {
            return total.clocks() + "|" + total.cases() + "|" + cursor;
        }
    }
}
