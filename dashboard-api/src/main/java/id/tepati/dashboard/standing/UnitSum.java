package id.tepati.dashboard.standing;

import id.tepati.dashboard.readmodel.DayTally;
import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.dashboard.readmodel.Series;
import id.tepati.dashboard.readmodel.UnitFigures;
import id.tepati.rules.Times;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.judge.Outcome;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up how the promises of one unit stand, and who waits there. Confined to one query. */
final class UnitSum {
    private final Unit unit;
    private final Instant now;
    private final LocalDate today;
    private final Map<Series, Count> counts = new TreeMap<>();
    private final UnitQueue.Sum queue = new UnitQueue.Sum();
    private @Nullable Instant overdueSince;

    UnitSum(Unit unit, Instant now) {
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
        count.week = sum(days, UnitStatus.WEEK);
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
            clock.due().ifPresent(due -> overdueSince = overdueSince == null ? due : Times.earlier(overdueSince, due));
        } else if (clock.isAtRisk(now)) {
            count.atRisk++;
        } else {
            count.other++;
        }
    }

    List<PromiseCounts> promises(Targets targets) {
        return counts.entrySet().stream()
                .map(entry -> promise(entry.getKey(), entry.getValue(), targets))
                .toList();
    }

    private PromiseCounts promise(Series series, Count count, Targets targets) {
        ServiceOfUnit source = new ServiceOfUnit(unit.id().value(), series.service());
        return new PromiseCounts(
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
        return queue.queue();
    }

    /** Since when the most overdue open promise has been so; null without any. */
    @Nullable
    Instant overdueSince() {
        return overdueSince;
    }
}
