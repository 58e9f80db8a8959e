package id.tepati.dashboard.metrics;

import id.tepati.dashboard.standing.PromiseCounts;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The gauges of promises: at most ten series for each promise of a service of a unit. */
final class PromiseGauges {
    private static final String MONTH = UnitStatus.DAYS + "d";
    private static final String WEEK = UnitStatus.WEEK + "d";

    private final GaugeFamily attainment = new GaugeFamily(
            "tepati_promise_attainment_ratio",
            "Share of the verdicts of " + UnitStatus.DAYS + " local days that are on time; absent without a verdict");
    private final GaugeFamily verdicts = new GaugeFamily(
            "tepati_promise_verdicts",
            "Promises that came to a verdict in the window of local days; late ones that are open still included");
    private final GaugeFamily target = new GaugeFamily(
            "tepati_promise_target_ratio", "Share to be kept by the standards in force; absent if none");
    private final GaugeFamily kept = new GaugeFamily(
            "tepati_promise_kept",
            "1 where the attainment of " + UnitStatus.DAYS + " days reaches the target, else 0; absent without either");
    private final GaugeFamily open =
            new GaugeFamily("tepati_promise_open_cases", "Open now: late, at risk, and the others");

    private PromiseGauges() {}

    static List<GaugeSnapshot> of(List<PromiseCounts> promises) {
        PromiseGauges gauges = new PromiseGauges();
        promises.forEach(gauges::add);
        return Stream.of(gauges.attainment, gauges.verdicts, gauges.target, gauges.kept, gauges.open)
                .map(GaugeFamily::snapshot)
                .toList();
    }

    private void add(PromiseCounts promise) {
        Labels labels = Labels.of(
                "unit",
                promise.unit().value(),
                "service",
                promise.series().service(),
                "promise",
                promise.series().promise());
        addVerdicts(labels, MONTH, promise.month());
        addVerdicts(labels, WEEK, promise.week());
        promise.month().share().ifPresent(onTime -> attainment.add(onTime, labels));
        BigDecimal share = promise.target();
        if (share != null) {
            target.add(share, labels);
        }
        promise.kept().ifPresent(isKept -> kept.add(isKept ? 1 : 0, labels));
        open.add(promise.openLate(), labels.add("state", "late"));
        open.add(promise.openAtRisk(), labels.add("state", "at-risk"));
        open.add(promise.openOther(), labels.add("state", "other"));
    }

    private void addVerdicts(Labels labels, String window, Attainment counts) {
        Labels ofWindow = labels.add("window", window);
        verdicts.add(counts.onTime(), ofWindow.add("verdict", "on-time"));
        verdicts.add(counts.late(), ofWindow.add("verdict", "late"));
    }
}
