package id.tepati.dashboard.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** One gauge with all its series, built anew for each scrape. Confined to one thread. */
final class GaugeFamily {
    private final GaugeSnapshot.Builder series = GaugeSnapshot.builder();

    GaugeFamily(String name, String help) {
        series.name(name).help(help);
    }

    void add(Number value, Labels labels) {
        series.dataPoint(GaugeDataPointSnapshot.builder()
                .value(value.doubleValue())
                .labels(labels)
                .build());
    }

    GaugeSnapshot snapshot() {
        return series.build();
    }
}
