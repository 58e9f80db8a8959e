package id.tepati.dashboard.readmodel;

import id.tepati.dashboard.store.ClockFilter;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.dashboard.store.ListedClock;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.UnitFigures;
import id.tepati.rules.UnitId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that a model holds of units, as text that two models with equal figures have alike. */
final class HeldFigures {
    private static final ClockFilter ALL =
            new ClockFilter(null, null, null, DateBasis.VERDICT, null, null, null, Set.of());

    private HeldFigures() {}

    static Collection<String> of(Model model, List<UnitId> units) {
        Collection<String> lines = new TreeSet<>();
        for (UnitId unit : units) {
            UnitFigures figures = model.figures(unit);
            lines.add(String.join(" ", "unit", unit.value(), Arrays.toString(new long[] {
                figures.cases(), figures.incomplete(), figures.open(), figures.atRisk(), figures.late()
            })));
            figures.promises()
                    .forEach((series, promise) -> lines.add(
                            String.join(" ", "promise", unit.value(), series.toString(), Arrays.toString(new long[] {
                                promise.tallies(), promise.openLate(), promise.openAtRisk(), promise.openOther()
                            }))));
        }
        model.days(
                units,
                LocalDate.MIN,
                LocalDate.MAX,
                (unit, series, day, tally) -> lines.add(String.join(
                        " ",
                        "day",
                        unit.value(),
                        series.toString(),
                        day.toString(),
                        Arrays.toString(new long[] {
                            tally.opened(),
                            tally.noPromise(),
                            tally.onTime(),
                            tally.late(),
                            tally.lateOpen(),
                            tally.cancelled(),
                            tally.unserved()
                        }),
                        Arrays.toString(tally.duration().bytes()),
                        Arrays.toString(tally.used().bytes()))));
        for (ListedClock listed : model.clocks().page(units, ALL, null, 1_000_000)) {
            lines.add(String.join(
                    " ", "clock", listed.unit(), listed.caseId(), listed.clock().toString(), "" + listed.atRisk()));
        }
        return lines;
    }
}
