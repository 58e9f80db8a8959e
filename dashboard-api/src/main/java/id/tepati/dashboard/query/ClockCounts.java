package id.tepati.dashboard.query;

import id.tepati.dashboard.store.ClockFilter;
import id.tepati.dashboard.store.ClockRows;
import id.tepati.dashboard.store.ClockStatus;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.PromiseFigures;
import id.tepati.dashboard.store.UnitFigures;
import id.tepati.rules.UnitId;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** How many clocks a list has on all pages: from the counts that are kept, where these tell it, else by counting. */
final class ClockCounts {
    private ClockCounts() {}

    /** Those of units, as the filter asks for them. */
    static ClockRows.Total of(Model model, Collection<UnitId> units, ClockFilter filter) {
        ClockRows clocks = model.clocks();
        ClockRows.Total total = ClockRows.Total.NONE;
        for (UnitId unit : units) {
            UnitFigures figures = model.figures(unit);
            if (figures.cases() > 0) {
                total = total.plus(kept(figures, filter).orElseGet(() -> clocks.count(unit, filter)));
            }
        }
        return total;
    }

    private static Optional<ClockRows.Total> kept(UnitFigures figures, ClockFilter filter) {
        if (filter.isState(ClockStatus.OPEN)) {
            return Optional.of(new ClockRows.Total(sum(figures, PromiseFigures::open), figures.open()));
        }
        if (filter.isState(ClockStatus.OVERDUE)) {
            return Optional.of(new ClockRows.Total(sum(figures, PromiseFigures::openLate), figures.late()));
        }
        return Optional.empty();
    }

    private static long sum(UnitFigures figures, ToLongFunction<PromiseFigures> clocks) {
        return figures.promises().values().stream().mapToLong(clocks).sum();
    }
}
