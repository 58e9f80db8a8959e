package id.tepati.dashboard.query;

import id.tepati.dashboard.query.Standings.Counts;
import id.tepati.dashboard.query.Standings.OfPromise;
import id.tepati.dashboard.readmodel.DayTally;
import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.dashboard.readmodel.Series;
import id.tepati.dashboard.readmodel.UnitFigures;
import id.tepati.rules.catalog.UnitVersion;
import id.tepati.rules.judge.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Adds up how one unit stands. Confined to one query. */
final class UnitStanding {
    private final UnitVersion unit;
    private final Instant now;
    private final LocalDate today;
    private final Map<String, Count> counts = new TreeMap<>();
    private Duration oldestOverdue = Duration.ZERO;

    UnitStanding(UnitVersion unit, Instant now) {
        this.unit = unit;
        this.now = now;
        this.today = LocalDate.ofInstant(now, unit.zone());
    }

    private static final class Count {
        final Map<String, Counts> months = new TreeMap<>();
        Counts week = Counts.NONE;
        long late;
        long atRisk;
        long other;

        Counts month() {
            return months.values().stream().reduce(Counts.NONE, Counts::plus);
        }

        Aim aim(String unit, String promise, Targets targets) {
            Aim aim = new Aim();
            months.forEach((service, month) -> aim.add(month, targets.of(new Sum.Source(unit, service), promise)));
            return aim;
        }
    }

    void add(UnitFigures figures) {
        figures.days().forEach(this::addDays);
        for (HeldCase held : figures.openCases()) {
            held.clocks().stream().filter(HeldClock::isOpen).forEach(this::addOpen);
        }
    }

    private Count count(String promise, String service) {
        Count count = counts.computeIfAbsent(promise, absent -> new Count());
        count.months.putIfAbsent(service, Counts.NONE);
        return count;
    }

    private void addDays(Series series, NavigableMap<LocalDate, DayTally> days) {
        Count count = count(series.promise(), series.service());
        count.months.merge(series.service(), sum(days, Standings.MONTH), Counts::plus);
        count.week = count.week.plus(sum(days, Standings.WEEK));
    }

    private Counts sum(NavigableMap<LocalDate, DayTally> days, int window) {
        return days.subMap(today.minusDays(window - 1L), true, today, true).values().stream()
                .map(tally -> new Counts(tally.onTime(), tally.late()))
                .reduce(Counts.NONE, Counts::plus);
    }

    private void addOpen(HeldClock clock) {
        String promise = clock.promise();
        if (promise == null) {
            return;
        }
        Count count = count(promise, clock.service());
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

    private OfPromise promise(String name, Count count, Targets targets) {
        Aim aim = count.aim(unit.id().value(), name, targets);
        return new OfPromise(
                unit.id(),
                name,
                count.month(),
                count.week,
                count.late,
                count.atRisk,
                count.other,
                aim.target(),
                aim.isKept());
    }

    Duration oldestOverdue() {
        return oldestOverdue;
    }
}
