package id.tepati.dashboard.query;

import id.tepati.dashboard.store.ClockFilter;
import id.tepati.dashboard.store.ClockRows;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import java.util.Collection;

/** How many clocks a list has on all pages. */
final class ClockCounts {
    private ClockCounts() {}

    /** Those of units, as the filter asks for them. */
    static ClockRows.Total of(Model model, Collection<UnitId> units, ClockFilter filter) {
        ClockRows clocks = model.clocks();
        ClockRows.Total total = ClockRows.Total.NONE;
        for (UnitId unit : units) {
            if (model.figures(unit).cases() > 0) {
                total = total.plus(clocks.count(unit, filter));
            }
        }
        return total;
    }
}
