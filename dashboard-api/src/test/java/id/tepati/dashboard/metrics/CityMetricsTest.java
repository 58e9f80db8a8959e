package id.tepati.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.readmodel.ModelFixture;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The invented city of {@code docs/api.md} as Prometheus sees it; every number is counted by hand there. */
class CityMetricsTest {
    private final ModelFixture city = ModelFixture.city();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @BeforeEach
    void bind() {
        DashboardMetrics.bind(registry, city, Clock.fixed(ModelFixture.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void tellsHowEachPromiseOfAUnitStands() {
        // Melati: A-1 on time on 17 November, A-2 late at the end of the 18th, A-3 overdue since the end of the 20th
        assertThat(series("{promise=\"completion\",service=\"ktp-el\",unit=\"kel-melati\"}"))
                .containsExactlyInAnyOrder(
                        "tepati_promise_attainment_ratio{promise=\"completion\",service=\"ktp-el\",unit=\"kel-melati\"} 0.3333333333333333",
                        "tepati_promise_kept{promise=\"completion\",service=\"ktp-el\",unit=\"kel-melati\"} 0.0",
                        "tepati_promise_target_ratio{promise=\"completion\",service=\"ktp-el\",unit=\"kel-melati\"} 0.9");
        assertThat(series("tepati_promise_verdicts{promise=\"completion\",service=\"ktp-el\",unit=\"kel-melati\""))
                .containsExactlyInAnyOrder(
                        verdicts("on-time", "30d", 1), verdicts("late", "30d", 2),
                        verdicts("on-time", "7d", 1), verdicts("late", "7d", 2));
        // A-3 is late, A-4 due today, A-5 tomorrow
        assertThat(
                        series(
                                "tepati_promise_open_cases{promise=\"completion\",service=\"ktp-el\",state=\"late\",unit=\"kel-melati\"}"))
                .allMatch(line -> line.endsWith(" 1.0"))
                .hasSize(1);
        assertThat(
                        series(
                                "tepati_promise_open_cases{promise=\"completion\",service=\"ktp-el\",state=\"at-risk\",unit=\"kel-melati\"}"))
                .allMatch(line -> line.endsWith(" 1.0"))
                .hasSize(1);
        assertThat(
                        series(
                                "tepati_promise_open_cases{promise=\"completion\",service=\"ktp-el\",state=\"other\",unit=\"kel-melati\"}"))
                .allMatch(line -> line.endsWith(" 1.0"))
                .hasSize(1);
    }

    private static String verdicts(String verdict, String window, int count) {
        return "tepati_promise_verdicts{promise=\"completion\",service=\"ktp-el\",unit=\"kel-melati\",verdict=\""
                + verdict + "\",window=\"" + window + "\"} " + count + ".0";
    }

    @Test
    void tellsOfWhichUnitsTheHistoryComesIn() {
        assertThat(series("tepati_unit_history_loading")).hasSize(3).allMatch(line -> line.endsWith(" 0.0"));

        city.loaded(ModelFixture.MELATI, "register", "aduan", 8, 20L, ModelFixture.NOW);

        assertThat(series("tepati_unit_history_loading"))
                .containsExactlyInAnyOrder(
                        "tepati_unit_history_loading{unit=\"kec-mawar\"} 0.0",
                        "tepati_unit_history_loading{unit=\"kel-kenanga\"} 0.0",
                        "tepati_unit_history_loading{unit=\"kel-melati\"} 1.0");
    }

    @Test
    void tellsHowEachUnitStands() {
        // A-3 was due at the end of Friday the 20th, now it is Monday 10:00: 58 hours
        assertThat(series("unit=\"kel-melati\""))
                .contains(
                        "tepati_unit_oldest_overdue_seconds{unit=\"kel-melati\"} 208800.0",
                        "tepati_unit_state{state=\"at-risk\",unit=\"kel-melati\"} 1.0",
                        "tepati_unit_state{state=\"not-kept\",unit=\"kel-melati\"} 0.0",
                        "tepati_unit_last_seen_timestamp_seconds{unit=\"kel-melati\"} 1.79540274E9",
                        "tepati_unit_info{name=\"Kelurahan Melati\",parent=\"kec-mawar\",type=\"kelurahan\",unit=\"kel-melati\"} 1.0");
        assertThat(series("unit=\"kel-kenanga\""))
                .contains(
                        "tepati_unit_oldest_overdue_seconds{unit=\"kel-kenanga\"} 0.0",
                        // B-1 was on time, but the one source has been silent for four minutes
                        "tepati_unit_state{state=\"no-data\",unit=\"kel-kenanga\"} 1.0",
                        "tepati_unit_state{state=\"kept\",unit=\"kel-kenanga\"} 0.0",
                        "tepati_promise_kept{promise=\"completion\",service=\"ktp-el\",unit=\"kel-kenanga\"} 1.0");
        // Kecamatan Mawar only gathers its kelurahan
        assertThat(series("unit=\"kec-mawar\""))
                .noneMatch(line -> line.startsWith("tepati_promise_") || line.startsWith("tepati_unit_state"));
    }

    @Test
    void tellsWhatServicesAndPromisesAreCalled() {
        assertThat(series("tepati_service_info"))
                .contains("tepati_service_info{name=\"KTP elektronik\",service=\"ktp-el\"} 1.0");
        assertThat(series("tepati_promise_info"))
                .contains(
                        "tepati_promise_info{name=\"waktu penyelesaian\",name_en=\"completion\",promise=\"completion\"} 1.0");
    }

    @Test
    void tellsWhichSourcesAreSilent() {
        assertThat(series("tepati_source_"))
                .containsExactlyInAnyOrder(
                        "tepati_source_silent{source=\"loket-2\",unit=\"kel-kenanga\"} 1.0",
                        "tepati_source_silence_seconds{source=\"loket-2\",unit=\"kel-kenanga\"} 239.0");
    }

    @Test
    void tellsWhoWaitsWhileTheOfficeIsOpen() {
        // A001 has waited since 09:20, A002 since 09:50, A003 was called; asOf is 10:00
        assertThat(queuesAsOf("2026-11-23T10:00"))
                .containsExactlyInAnyOrder(
                        "tepati_queue_waiting{unit=\"kel-melati\"} 2.0",
                        "tepati_queue_oldest_wait_seconds{unit=\"kel-melati\"} 2400.0");
        assertThat(queuesAsOf("2026-11-23T16:30")).as("after closing").isEmpty();
    }

    private static List<String> queuesAsOf(String local) {
        ModelFixture city = new ModelFixture();
        city.ticket(ModelFixture.MELATI, "A001", "2026-11-23T09:20");
        city.ticket(ModelFixture.MELATI, "A002", "2026-11-23T09:50");
        city.ticket(ModelFixture.MELATI, "A003", "2026-11-23T09:00").called("2026-11-23T09:05");
        city.publish();
        city.asOf(ModelFixture.at(local));
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        DashboardMetrics.bind(registry, city, Clock.fixed(ModelFixture.at(local), ZoneOffset.UTC));
        List<String> series = registry.scrape()
                .lines()
                .filter(line -> line.startsWith("tepati_queue_"))
                .toList();
        registry.close();
        return series;
    }

    @Test
    void tellsNothingOfTheCityUntilAllIsReadAndNothingOnceReadingFailed() {
        city.state(new ModelAccess.State.Loading());
        assertThat(series("kel-melati")).isEmpty();

        city.state(new ModelAccess.State.Failed("The disk is gone."));
        assertThat(series("kel-melati")).isEmpty();
        assertThat(series("tepati_read_model_size")).isNotEmpty();
    }

    @Test
    void namesNoCaseAndNoPerson() {
        assertThat(registry.scrape()).doesNotContain("A-1", "A-3", "KK/2026/7");
    }

    private List<String> series(String part) {
        return registry.scrape()
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains(part))
                .toList();
    }
}
