package id.tepati.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.access.http.Gate;
import id.tepati.access.record.AccessView;
import id.tepati.dashboard.http.DashboardRoutes;
import id.tepati.dashboard.http.Health;
import id.tepati.dashboard.readmodel.LargeCity;
import id.tepati.rules.clock.ClockKind;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The budget that docs/monitoring.md states, against what one scrape of a city of that size really brings. */
class SeriesBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final int REST = 250;
    private static final String OF_CITY = "tepati_(promise|unit|queue|source|service)_.*";
    private static final int UNITS = 65;
    private static final int SOURCES = 75;
    private static final int SERVICES = 1;
    private static final List<ClockKind> PROMISES = List.of(
            ClockKind.WAITING,
            ClockKind.SERVING,
            ClockKind.FILE_CHECK,
            ClockKind.COMPLETION,
            ClockKind.FIRST_RESPONSE,
            ClockKind.RESOLUTION);

    @Test
    void aCityStaysWithinItsBudget() {
        List<String> series = scrape(new LargeCity(UNITS, PROMISES, SOURCES, NOW));

        assertThat(series.stream().filter(line -> line.matches(OF_CITY)))
                .hasSize(10 * UNITS * PROMISES.size() + 11 * UNITS + 2 * SOURCES + SERVICES + PROMISES.size());
        assertThat(series).hasSizeLessThanOrEqualTo(CityMetrics.SERIES_BUDGET);
    }

    /** Every route answers with 200, 400 or 404 wherever it can. */
    @Test
    void whatIsNotOfTheCityStaysWithinItsShare() throws Exception {
        LargeCity city = new LargeCity(1, PROMISES, 1, NOW);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        DashboardRoutes routes = new DashboardRoutes(city, Health.of(city), registry, () -> AccessView.EMPTY, clock);
        DashboardMetrics.bindJvm(registry);
        DashboardMetrics.bind(registry, city, clock);
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    Gate.open(clock).guard(config);
                    routes.addTo(config);
                })
                .start("127.0.0.1", 0);
        for (String path : routes.paths()) {
            if (path.startsWith("/api/") && !path.endsWith("/live")) {
                for (String query : List.of("", "?unit=unit-0", "?unit=tak-ada", "?apa=1")) {
                    ask(
                            server,
                            path.replace("{unit}", "unit-0")
                                            .replace("{case}", "tak-ada")
                                            .replace("{id}", "tak-ada")
                                            .replace("{format}", "csv")
                                    + query);
                }
            }
        }
        server.stop();
        List<String> series = ofScrape(registry);

        assertThat(series.stream().filter(line -> line.startsWith("tepati_http_requests_seconds_count")))
                .hasSizeGreaterThan(25);
        assertThat(series.stream().filter(line -> !line.matches(OF_CITY))).hasSizeLessThanOrEqualTo(REST);
    }

    private static void ask(Javalin server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void noSeriesIsThereTwice() {
        List<String> series = scrape(new LargeCity(3, PROMISES, 5, NOW));

        assertThat(series.stream().map(line -> line.substring(0, line.lastIndexOf(' '))))
                .doesNotHaveDuplicates();
    }

    private static List<String> scrape(LargeCity city) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        DashboardMetrics.bind(registry, city, Clock.fixed(NOW, ZoneOffset.UTC));
        return ofScrape(registry);
    }

    private static List<String> ofScrape(PrometheusMeterRegistry registry) {
        List<String> series =
                registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
        registry.close();
        return series;
    }
}
