package id.tepati.dashboard.metrics;

import id.tepati.dashboard.query.CitySample.OfSource;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/** The gauges of sources that send heartbeats: at most two series for each. */
final class SourceGauges {
    private SourceGauges() {}

    static List<GaugeSnapshot> of(List<OfSource> sources) {
        GaugeFamily silent = new GaugeFamily(
                "tepati_source_silent", "1 where the source missed three heartbeats of open time, else 0");
        GaugeFamily silence = new GaugeFamily(
                "tepati_source_silence_seconds", "Open time of the unit since the source was last heard of");
        for (OfSource source : sources) {
            String unit = source.unit().value();
            silent.add(source.silence().isSilent() ? 1 : 0, Labels.of("unit", unit, "source", source.source()));
            silence.add(source.silence().openTime().toSeconds(), Labels.of("unit", unit, "source", source.source()));
        }
        return List.of(silent.snapshot(), silence.snapshot());
    }
}
