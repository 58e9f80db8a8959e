package id.tepati.dashboard.query;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement;
import id.tepati.dashboard.standing.Targets;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.Series;
import id.tepati.dashboard.store.StoredClock;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far promises are kept. Figures of one promise name add up over services and units; different names never do. */
public final class Compliance {
    private final Scope scope;
    private final Group group;
    private final Model model;
    private final Map<RowKey, Sum> sums = new HashMap<>();

    private Compliance(Scope scope, Group group, Model model) {
        this.scope = scope;
        this.group = group;
        this.model = model;
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
        Compliance compliance = new Compliance(scope, group, model);
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
        Set<UnitId> units = scope.units(model.catalogue());
        if (group != Group.DAY) {
            units.forEach(this::addPresent);
        }
        if (scope.by() == DateBasis.VERDICT) {
            addTallies(units);
        } else {
            units.forEach(this::addCases);
        }
    }

    /** Every promise ever tallied gets its line, also where the period holds nothing of it. */
    private void addPresent(UnitId unit) {
        model.figures(unit).promises().forEach((series, promise) -> {
            if (scope.covers(series) && (promise.tallied() || promise.open() > 0)) {
                sumOf(unit, series, null).addOpen(promise);
            }
        });
    }

    private void addTallies(Set<UnitId> units) {
        Period period = scope.period();
        model.days(units, period.first(), period.last(), (unit, series, day, tally) -> {
            if (scope.covers(series)) {
                sumOf(unit, series, group == Group.DAY ? day : null).add(tally);
            }
        });
    }

    private void addCases(UnitId unit) {
        ZoneId zone = model.catalogue().zone(unit);
        model.clocks()
                .each(
                        unit,
                        scope.clocks(null, Set.of()),
                        clock -> sumOf(unit, clock, group == Group.DAY ? dayOf(clock, zone) : null)
                                .add(clock));
    }

    private LocalDate dayOf(StoredClock clock, ZoneId zone) {
        return scope.by() == DateBasis.FINISHED
                ? LocalDate.ofInstant(Objects.requireNonNull(clock.end()), zone)
                : clock.startDay();
    }

    /** Marks the lines that restatements touch; they make no line of their own. */
    private void noteRestatements() {
        Period period = scope.period();
        model.restatements(scope.units(model.catalogue()), period.first(), period.last())
                .forEach(this::note);
    }

    private void note(Restatement restatement) {
        OutputKey.OfRestatement key = restatement.key();
        for (Restatement.Line line : restatement.lines()) {
            Series series = new Series(line.service(), line.promise());
            Sum sum = sums.get(keyOf(key.unit(), series, restatement.day()));
            if (sum != null && scope.covers(series)) {
                sum.restatedBy(key);
            }
        }
    }

    private Sum sumOf(UnitId unit, StoredClock clock, @Nullable LocalDate day) {
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
