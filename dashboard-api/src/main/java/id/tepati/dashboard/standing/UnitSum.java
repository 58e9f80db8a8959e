package id.tepati.dashboard.standing;

import id.tepati.dashboard.store.ClockRows;
import id.tepati.dashboard.store.PromiseFigures;
import id.tepati.dashboard.store.Series;
import id.tepati.dashboard.store.UnitFigures;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up how the promises of one unit stand, and who waits there. Confined to one query. */
final class UnitSum {
    private final Unit unit;
    private final LocalDate today;
    private final SortedMap<Series, PromiseFigures> promises = new TreeMap<>();
    private final UnitQueue.Sum queue = new UnitQueue.Sum();

    UnitSum(Unit unit, Instant now) {
        this.unit = unit;
        this.today = LocalDate.ofInstant(now, unit.zone());
    }

    void add(UnitFigures figures) {
        figures.promises().forEach((series, promise) -> {
            if (promise.tallied()) {
                queue.add(series);
            }
            if (promise.tallied() || promise.open() > 0) {
                promises.put(series, promise);
            }
        });
    }

    void add(List<ClockRows.AtCounter> counted) {
        counted.forEach(queue::add);
    }

    List<PromiseCounts> promises(Targets targets) {
        return promises.entrySet().stream()
                .map(entry -> promise(entry.getKey(), entry.getValue(), targets))
                .toList();
    }

    private PromiseCounts promise(Series series, PromiseFigures figures, Targets targets) {
        ServiceOfUnit source = new ServiceOfUnit(unit.id().value(), series.service());
        return new PromiseCounts(
                unit.id(),
                series,
                last(UnitStatus.DAYS, figures),
                last(UnitStatus.WEEK, figures),
                figures.openLate(),
                figures.openAtRisk(),
                figures.openOther(),
                targets.sharedBy(Set.of(source), series.promise()));
    }

    private Attainment last(int days, PromiseFigures figures) {
        return figures.recent().attainment(today.minusDays(days - 1L), today);
    }

    UnitQueue queue() {
        return queue.queue();
    }
}
