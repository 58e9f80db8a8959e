package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.tepati.dashboard.standing.SourceSilence;
import id.tepati.dashboard.standing.Standings;
import id.tepati.dashboard.standing.TopN;
import id.tepati.dashboard.standing.UnitStanding;
import id.tepati.dashboard.standing.Waiting;
import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.standing.UnitStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A city, or a part of it, at a glance. */
public final class Overview {
    private Overview() {}

    /**
     * The answer.
     *
     * @param now by the clock of this process
     * @param staleAfter older than so many seconds these figures are no more those of now
     * @param days the local days, today included, by which units are judged
     * @param loading that history of these units comes in; absent where none does
     * @param unit the unit asked for; null for all
     * @param complete whether every unit is listed; else those that changed since the answer before
     * @param late who is late now, the longest first; absent where it did not change
     * @param lastLate who came to be late last, by the due; absent where nobody is late, or where it did not change
     * @param oldest who has waited for longest, at a counter only while it is open; absent where it did not change
     */
    public record Answer(
            Instant now,
            @Nullable Instant asOf,
            @Nullable Double freshness,
            long staleAfter,
            int days,
            @Nullable HistoryNotice loading,
            @JsonInclude(Include.ALWAYS) @Nullable String unit,
            boolean complete,
            Summary summary,
            @Nullable List<Waiting> late,
            @Nullable Waiting lastLate,
            @Nullable List<Waiting> oldest,
            List<UnitStanding> units) {

        /** The same with no more than what is new after an earlier one. */
        public Answer since(Answer earlier) {
            Map<String, UnitStanding> former =
                    earlier.units.stream().collect(Collectors.toMap(UnitStanding::id, Function.identity()));
            return new Answer(
                    now,
                    asOf,
                    freshness,
                    staleAfter,
                    days,
                    loading,
                    unit,
                    false,
                    summary,
                    Objects.equals(late, earlier.late) ? null : late,
                    Objects.equals(lastLate, earlier.lastLate) ? null : lastLate,
                    Objects.equals(oldest, earlier.oldest) ? null : oldest,
                    units.stream()
                            .filter(row -> !row.equals(former.get(row.id())))
                            .toList());
        }

        /** Whether nothing but the time is different. */
        public boolean saysTheSameAs(Answer other) {
            return summary.equals(other.summary)
                    && Objects.equals(loading, other.loading)
                    && Objects.equals(late, other.late)
                    && Objects.equals(lastLate, other.lastLate)
                    && Objects.equals(oldest, other.oldest)
                    && units.equals(other.units);
        }
    }

    /**
     * How many units stand how, those that only gather others left out, and how many cases.
     *
     * @param open cases with a clock that runs
     * @param nearDue of those, the ones of which no clock is late and one is at risk
     * @param late of those, the ones with a clock that is late
     */
    public record Summary(
            long units,
            long kept,
            long atRisk,
            long notKept,
            long noTarget,
            long noData,
            long open,
            long nearDue,
            long late) {
        static Summary of(List<UnitStanding> units) {
            Map<UnitStatus, Long> counts = new HashMap<>();
            long counted = 0;
            long open = 0;
            long nearDue = 0;
            long late = 0;
            for (UnitStanding unit : units) {
                if (unit.status() != null) {
                    counts.merge(unit.status(), 1L, Long::sum);
                    counted++;
                }
                open += unit.open();
                nearDue += unit.atRisk();
                late += unit.late();
            }
            Function<UnitStatus, Long> of = status -> counts.getOrDefault(status, 0L);
            return new Summary(
                    counted,
                    of.apply(UnitStatus.KEPT),
                    of.apply(UnitStatus.AT_RISK),
                    of.apply(UnitStatus.NOT_KEPT),
                    of.apply(UnitStatus.NO_TARGET),
                    of.apply(UnitStatus.NO_DATA),
                    open,
                    nearDue,
                    late);
        }
    }

    /** A unit with all below it, or every unit. */
    public static Answer answer(Model model, @Nullable UnitId root, Standings standings, Instant now) {
        TopN<Waiting> late = new TopN<>(Waiting.NAMED, Waiting.LONGEST_LATE);
        TopN<Waiting> lastLate = new TopN<>(1, Waiting.LAST_LATE);
        TopN<Waiting> oldest = new TopN<>(Waiting.NAMED, Waiting.LONGEST_WAITING);
        List<UnitStanding> rows = new ArrayList<>();
        Map<UnitId, SourceSilence.OfUnit> sources = SourceSilence.ofUnits(model);
        for (Unit unit : units(model.catalogue(), root)) {
            Standings.Standing standing = standings.of(model, unit, now);
            UnitStanding row = standing.unit().heardBy(sources.getOrDefault(unit.id(), SourceSilence.OfUnit.NONE));
            rows.add(model.catalogue().parent(unit).isPresent() ? row : row.atTop());
            standing.late().forEach(late::offer);
            standing.lastLate().forEach(lastLate::offer);
            standing.oldest().forEach(oldest::offer);
        }
        return new Answer(
                now,
                model.asOf().orElse(null),
                Freshness.seconds(model, now),
                Freshness.STALE_AFTER.toSeconds(),
                UnitStatus.DAYS,
                HistoryNotice.of(model, isOf(model, root)),
                root == null ? null : root.value(),
                true,
                Summary.of(rows),
                late.inOrder(),
                lastLate.inOrder().stream().findFirst().orElse(null),
                oldest.inOrder(),
                rows);
    }

    private static Predicate<UnitId> isOf(Model model, @Nullable UnitId root) {
        return root == null ? model::sees : model.catalogue().subtree(root)::contains;
    }

    private static List<Unit> units(CatalogueView catalogue, @Nullable UnitId root) {
        Collection<UnitId> units = root == null ? catalogue.units() : catalogue.subtree(root);
        return units.stream()
                .flatMap(id -> catalogue.unit(id).stream())
                .sorted(Comparator.comparing(unit -> unit.id().value()))
                .toList();
    }
}
