package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.contract.output.ClockRow;
import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.standing.CaseKind;
import id.tepati.rules.UnitId;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clocks of cases behind a figure. */
public final class Cases {
    /** Sorts as text does; far beyond any due instant. */
    private static final String NO_DUE = "9999-12-31T23:59:59.999999Z";

    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

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

        boolean lets(HeldClock clock, Instant now) {
            return (state == null || state.holds(clock, now))
                    && (outcomes.isEmpty() || outcomes.contains(clock.outcome()));
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
        static Item of(Found found, Instant now) {
            HeldCase held = found.held();
            ClockRow row = held.row().clocks().get(found.at());
            return new Item(
                    held.unit(),
                    held.id(),
                    row.service(),
                    row.clock(),
                    CaseKind.ofClock(row.clock()),
                    row.stage(),
                    row.promise(),
                    row.cycle(),
                    row.outcome(),
                    row.open(),
                    ClockStatus.AT_RISK.holds(found.clock(), now),
                    row.start(),
                    row.due(),
                    row.verdictAt(),
                    row.verdictDay(),
                    row.end(),
                    row.atRiskFrom());
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

    private record Found(HeldCase held, int at) {
        HeldClock clock() {
            return held.clocks().get(at);
        }

        /** By due, then by what names it. */
        String key() {
            return clock().due().map(SORTABLE::format).orElse(NO_DUE) + "|" + held.unit() + "|" + held.id() + "|"
                    + clock().clock() + "|" + clock().stage() + "|" + clock().cycle();
        }
    }

    /** Exactly the clocks that the figures of the same scope count, of which the filter lets through some. */
    public static Answer answer(Model model, Scope scope, Filter filter, Page.Wanted wanted, Instant now) {
        List<Found> found = new ArrayList<>();
        for (UnitId unit : scope.units(model.catalogue())) {
            ZoneId zone = model.catalogue().zone(unit);
            model.figures(unit).ifPresent(figures -> {
                for (HeldCase held : figures.cases()) {
                    collect(held, zone, scope, filter, now, found);
                }
            });
        }
        Page<Found> page = Page.of(found, Found::key, wanted);
        List<Item> items = page.items().stream().map(one -> Item.of(one, now)).toList();
        long cases = found.stream().map(Found::held).distinct().count();
        return new Answer(
                model.asOf().orElse(null), Freshness.seconds(model, now), page.total(), cases, items, page.next());
    }

    private static void collect(
            HeldCase held, ZoneId zone, Scope scope, Filter filter, Instant now, List<Found> found) {
        for (int at = 0; at < held.clocks().size(); at++) {
            HeldClock clock = held.clocks().get(at);
            if (scope.covers(clock)
                    && filter.lets(clock, now)
                    && scope.dayOf(clock, zone).filter(scope.period()::contains).isPresent()) {
                found.add(new Found(held, at));
            }
        }
    }
}
