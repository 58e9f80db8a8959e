package id.tepati.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.readmodel.LargeCity;
import id.tepati.rules.clock.ClockKind;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The budget that docs/monitoring.md states, against what one scrape of a city of that size really brings. */
class SeriesBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final int BUDGET = 5_000;
    private static final int UNITS = 65;
    private static final int SOURCES = 75;
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

        assertThat(series.stream().filter(line -> line.matches("tepati_(promise|unit|queue|source)_.*")))
                .hasSize(10 * UNITS * PROMISES.size() + 10 * UNITS + 2 * SOURCES);
        assertThat(series).hasSizeLessThanOrEqualTo(BUDGET);
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
        List<String> series =
                registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
        registry.close();
        return series;
    }
}
