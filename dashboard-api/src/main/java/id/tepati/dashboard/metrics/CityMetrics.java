package id.tepati.dashboard.metrics;

import id.tepati.dashboard.query.CitySample;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.standing.Standings;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the city stands, as gauges, all of one scrape from one look at the model. While the model is loading or
 * has failed there are none: no figure is better than a wrong one. Thread-safe.
 */
final class CityMetrics implements MultiCollector {
    /** The budget of series: at most so many of a city of the size that docs/monitoring.md names. A new metric fits in. */
    static final int SERIES_BUDGET = 5_065;

    private final ModelAccess model;
    private final Clock clock;
    private final Standings standings = new Standings();
    private final NameGauges names = new NameGauges();

    CityMetrics(ModelAccess model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        if (!(model.state() instanceof ModelAccess.State.Ready)) {
            return new MetricSnapshots();
        }
        Instant now = clock.instant();
        CitySample sample = model.ask(held -> CitySample.of(held, standings, now));
        List<MetricSnapshot> all = new ArrayList<>();
        all.addAll(PromiseGauges.of(sample.promises()));
        all.addAll(UnitGauges.of(sample.units()));
        all.addAll(SourceGauges.of(sample.sources()));
        all.addAll(names.of(sample));
        return new MetricSnapshots(all);
    }
}
