package id.tepati.dashboard.metrics;

import id.tepati.dashboard.query.Standings;
import id.tepati.dashboard.query.Standings.Counts;
import id.tepati.dashboard.query.Standings.OfPromise;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The gauges of promises: at most ten series for each promise of each unit. */
final class PromiseGauges {
    private static final String MONTH = Standings.MONTH + "d";
    private static final String WEEK = Standings.WEEK + "d";

    private final GaugeFamily attainment = new GaugeFamily(
            "tepati_promise_attainment_ratio",
            "Share of the verdicts of 30 local days that are on time; absent without a verdict");
    private final GaugeFamily verdicts = new GaugeFamily(
            "tepati_promise_verdicts",
            "Promises that came to a verdict in the window of local days; late ones that are open still included");
    private final GaugeFamily target = new GaugeFamily(
            "tepati_promise_target_ratio", "Share to be kept by the standards in force; absent if none");
    private final GaugeFamily kept = new GaugeFamily(
            "tepati_promise_kept",
            "1 where the attainment of 30 days reaches the target, else 0; absent without either");
    private final GaugeFamily open =
            new GaugeFamily("tepati_promise_open_cases", "Open now: late, at risk, and the others");

    private PromiseGauges() {}

    static List<GaugeSnapshot> of(List<OfPromise> promises) {
        PromiseGauges gauges = new PromiseGauges();
        promises.forEach(gauges::add);
        return Stream.of(gauges.attainment, gauges.verdicts, gauges.target, gauges.kept, gauges.open)
                .map(GaugeFamily::snapshot)
                .toList();
    }

    private void add(OfPromise promise) {
        String unit = promise.unit().value();
        String name = promise.promise();
        addVerdicts(unit, name, MONTH, promise.month());
        addVerdicts(unit, name, WEEK, promise.week());
        Counts month = promise.month();
        if (month.n() > 0) {
            attainment.add((double) month.onTime() / month.n(), "unit", unit, "promise", name);
        }
        BigDecimal aim = promise.target();
        if (aim != null) {
            target.add(aim, "unit", unit, "promise", name);
        }
        Boolean isKept = promise.kept();
        if (isKept != null) {
            kept.add(isKept ? 1 : 0, "unit", unit, "promise", name);
        }
        addOpen(unit, name, "late", promise.openLate());
        addOpen(unit, name, "at-risk", promise.openAtRisk());
        addOpen(unit, name, "other", promise.openOther());
    }

    private void addVerdicts(String unit, String promise, String window, Counts counts) {
        verdicts.add(counts.onTime(), "unit", unit, "promise", promise, "window", window, "verdict", "on-time");
        verdicts.add(counts.late(), "unit", unit, "promise", promise, "window", window, "verdict", "late");
    }

    private void addOpen(String unit, String promise, String state, long cases) {
        open.add(cases, "unit", unit, "promise", promise, "state", state);
    }
}
