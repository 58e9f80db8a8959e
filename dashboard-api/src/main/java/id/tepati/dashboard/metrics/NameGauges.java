package id.tepati.dashboard.metrics;

import id.tepati.dashboard.page.PromiseWords;
import id.tepati.dashboard.query.CitySample;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/** What services and promises are called: one series for each that has figures. Thread-safe. */
final class NameGauges {
    private final PromiseWords indonesian = PromiseWords.indonesian();
    private final PromiseWords english = PromiseWords.english();

    List<GaugeSnapshot> of(CitySample sample) {
        GaugeFamily services =
                new GaugeFamily("tepati_service_info", "Always 1; name of a service, to be joined by its id");
        sample.services().forEach((id, name) -> services.add(1, Labels.of("service", id, "name", name)));
        GaugeFamily promises = new GaugeFamily(
                "tepati_promise_info",
                "Always 1; what a promise is called in Indonesian and in English, as on the page");
        sample.promises().stream()
                .map(promise -> promise.series().promise())
                .distinct()
                .forEach(id -> promises.add(1, names(id)));
        return List.of(services.snapshot(), promises.snapshot());
    }

    private Labels names(String promise) {
        return Labels.of("promise", promise, "name", indonesian.nameOf(promise), "name_en", english.nameOf(promise));
    }
}
