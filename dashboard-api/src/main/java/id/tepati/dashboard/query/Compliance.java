package id.tepati.dashboard.query;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement;
import id.tepati.dashboard.readmodel.DayTally;
import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.readmodel.Series;
import id.tepati.dashboard.readmodel.UnitFigures;
import id.tepati.dashboard.standing.Targets;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far promises are kept. Figures of one promise name add up over services and units; different names never do. */
public final class Compliance {
    private final Scope scope;
    private final Group group;
    private final Model model;
    private final Instant now;
    private final Map<RowKey, Sum> sums = new HashMap<>();

    private Compliance(Scope scope, Group group, Model model, Instant now) {
        this.scope = scope;
        this.group = group;
        this.model = model;
        this.now = now;
    }

    /**
     * The answer.
     *
     * @param asOf up to which instant everything is judged; null while unknown
     * @param freshness seconds since then
     * @param loading that history of these units comes in; null where none does
     * @param computedFrom {@code cases} where the figures are not those of the tallies
     */
    public record Answer(
            @Nullable Instant asOf,
            @Nullable Double freshness,
            @Nullable HistoryNotice loading,
            @Nullable String computedFrom,
            List<ComplianceRow> rows,
            @Nullable String next) {}

    /** Adds up what is asked for, as the model holds it. */
    public static Answer answer(Model model, Scope scope, Group group, Page.Wanted wanted, Instant now) {
        Compliance compliance = new Compliance(scope, group, model, now);
        compliance.addUp();
        compliance.noteRestatements();
        Targets targets = new Targets(model.catalogue(), now);
        FinalDays settled = FinalDays.in(model);
        Page<Map.Entry<RowKey, Sum>> page =
                Page.of(compliance.sums.entrySet(), entry -> entry.getKey().text(), wanted);
        List<ComplianceRow> rows = new ArrayList<>();
        for (Map.Entry<RowKey, Sum> entry : page.items()) {
            RowKey key = entry.getKey();
            Sum sum = entry.getValue();
            rows.add(ComplianceRow.of(
                    key,
                    sum,
                    targets.sharedBy(sum.sources(), key.promise()),
                    settled.state(sum.sources(), compliance.lastDay(key)),
                    compliance.tellsFinalTo() ? settled.finalTo(sum.sources(), scope.period()) : null));
        }
        return new Answer(
                model.asOf().orElse(null),
                Freshness.seconds(model, now),
                HistoryNotice.of(model, scope.units(model.catalogue())::contains),
                scope.by() == DateBasis.VERDICT ? null : "cases",
                rows,
                page.next());
    }

    /** Days of several units settle each at their time, and a line of one day says whether it has. */
    private boolean tellsFinalTo() {
        return scope.by() == DateBasis.VERDICT && group != Group.DAY && !scope.subtree();
    }

    /** The last day in a line; null where it has none, or is computed from cases, whose days stay open. */
    private @Nullable LocalDate lastDay(RowKey key) {
        if (scope.by() != DateBasis.VERDICT) {
            return null;
        }
        return key.day() != null ? key.day() : scope.period().to();
    }

    private void addUp() {
        for (UnitId unit : scope.units(model.catalogue())) {
            model.figures(unit).ifPresent(figures -> {
                addTallies(unit, figures);
                if (scope.by() != DateBasis.VERDICT) {
                    addCases(unit, figures);
                }
                if (group != Group.DAY) {
                    addOpen(unit, figures);
                }
            });
        }
    }

    /** Every promise ever tallied gets its line, also where the period holds nothing of it. */
    private void addTallies(UnitId unit, UnitFigures figures) {
        figures.days().forEach((series, days) -> {
            if (scope.covers(series)) {
                if (group != Group.DAY) {
                    sumOf(unit, series, null);
                }
                if (scope.by() == DateBasis.VERDICT) {
                    addDays(unit, series, days);
                }
            }
        });
    }

    private void addDays(UnitId unit, Series series, NavigableMap<LocalDate, DayTally> days) {
        NavigableMap<LocalDate, DayTally> asked =
                days.subMap(scope.period().first(), true, scope.period().last(), true);
        if (group == Group.DAY) {
            asked.forEach((day, tally) -> sumOf(unit, series, day).add(tally));
        } else {
            Sum sum = sumOf(unit, series, null);
            asked.values().forEach(sum::add);
        }
    }

    /** Marks the lines that restatements touch; they make no line of their own. */
    private void noteRestatements() {
        for (UnitId unit : scope.units(model.catalogue())) {
            model.figures(unit)
                    .ifPresent(figures -> RestatementList.of(figures, scope.period())
                            .forEach(restatement -> note(unit, restatement)));
        }
    }

    private void note(UnitId unit, Restatement restatement) {
        OutputKey.OfRestatement key = restatement.key();
        for (Restatement.Line line : restatement.lines()) {
            Series series = new Series(line.service(), line.promise());
            Sum sum = sums.get(keyOf(unit, series, restatement.day()));
            if (sum != null && scope.covers(series)) {
                sum.restatedBy(key);
            }
        }
    }

    private void addCases(UnitId unit, UnitFigures figures) {
        ZoneId zone = model.catalogue().zone(unit);
        for (HeldCase held : figures.cases()) {
            for (HeldClock clock : held.clocks()) {
                if (scope.covers(clock)) {
                    scope.dayOf(clock, zone)
                            .filter(scope.period()::contains)
                            .ifPresent(day -> sumOf(unit, clock, day).add(clock));
                }
            }
        }
    }

    private void addOpen(UnitId unit, UnitFigures figures) {
        for (HeldCase held : figures.openCases()) {
            for (HeldClock clock : held.clocks()) {
                if (clock.isOpen() && scope.covers(clock)) {
                    sumOf(unit, clock, null).addOpen(clock, now);
                }
            }
        }
    }

    private Sum sumOf(UnitId unit, HeldClock clock, @Nullable LocalDate day) {
        return sumOf(unit, new Series(clock.service(), Objects.requireNonNull(clock.promise())), day);
    }

    private Sum sumOf(UnitId unit, Series series, @Nullable LocalDate day) {
        Sum sum = sums.computeIfAbsent(keyOf(unit, series, day), absent -> new Sum());
        sum.comesFrom(unit.value(), series.service());
        return sum;
    }

    private RowKey keyOf(UnitId unit, Series series, @Nullable LocalDate day) {
        return switch (group) {
            case NONE -> new RowKey(scope.unit().value(), scope.service(), series.promise(), null);
            case UNIT -> new RowKey(unit.value(), scope.service(), series.promise(), null);
            case SERVICE -> new RowKey(scope.unit().value(), series.service(), series.promise(), null);
            case DAY -> new RowKey(scope.unit().value(), scope.service(), series.promise(), day);
        };
    }
}
