package id.tepati.dashboard.query;

import id.tepati.dashboard.query.CitySample.OfPromise;
import id.tepati.dashboard.readmodel.DayTally;
import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.dashboard.readmodel.Series;
import id.tepati.dashboard.readmodel.UnitFigures;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.judge.Outcome;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Adds up how one unit stands. Confined to one query. */
final class UnitSampler {
    private final Unit unit;
    private final Instant now;
    private final LocalDate today;
    private final Map<Series, Count> counts = new TreeMap<>();
    private final UnitQueue queue = new UnitQueue();
    private Duration oldestOverdue = Duration.ZERO;

    UnitSampler(Unit unit, Instant now) {
        this.unit = unit;
        this.now = now;
        this.today = LocalDate.ofInstant(now, unit.zone());
    }

    private static final class Count {
        Attainment month = Attainment.NONE;
        Attainment week = Attainment.NONE;
        long late;
        long atRisk;
        long other;
    }

    void add(UnitFigures figures) {
        figures.days().forEach(this::addDays);
        for (HeldCase held : figures.openCases()) {
            held.clocks().stream().filter(HeldClock::isOpen).forEach(this::addOpen);
        }
    }

    private Count count(Series series) {
        return counts.computeIfAbsent(series, absent -> new Count());
    }

    private void addDays(Series series, NavigableMap<LocalDate, DayTally> days) {
        queue.add(series);
        Count count = count(series);
        count.month = sum(days, UnitStatus.DAYS);
        count.week = sum(days, CitySample.WEEK);
    }

    private Attainment sum(NavigableMap<LocalDate, DayTally> days, int window) {
        return days.subMap(today.minusDays(window - 1L), true, today, true).values().stream()
                .map(tally -> new Attainment(tally.onTime(), tally.late()))
                .reduce(Attainment.NONE, Attainment::plus);
    }

    private void addOpen(HeldClock clock) {
        queue.add(clock);
        String promise = clock.promise();
        if (promise == null) {
            return;
        }
        Count count = count(new Series(clock.service(), promise));
        if (clock.outcome() == Outcome.LATE) {
            count.late++;
            clock.due().ifPresent(this::addOverdue);
        } else if (clock.isAtRisk(now)) {
            count.atRisk++;
        } else {
            count.other++;
        }
    }

    private void addOverdue(Instant due) {
        Duration overdue = Duration.between(due, now);
        oldestOverdue = overdue.compareTo(oldestOverdue) > 0 ? overdue : oldestOverdue;
    }

    List<OfPromise> promises(Targets targets) {
        return counts.entrySet().stream()
                .map(entry -> promise(entry.getKey(), entry.getValue(), targets))
                .toList();
    }

    private OfPromise promise(Series series, Count count, Targets targets) {
        Sum.Source source = new Sum.Source(unit.id().value(), series.service());
        return new OfPromise(
                unit.id(),
                series,
                count.month,
                count.week,
                count.late,
                count.atRisk,
                count.other,
                targets.sharedBy(Set.of(source), series.promise()));
    }

    UnitQueue queue() {
        return queue;
    }

    Duration oldestOverdue() {
        return oldestOverdue;
    }
}
