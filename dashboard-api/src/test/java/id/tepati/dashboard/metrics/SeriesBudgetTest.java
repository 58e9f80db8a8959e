package id.tepati.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.readmodel.LargeCity;
import id.tepati.rules.clock.ClockKind;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The budget that docs/monitoring.md states, against what one scrape of a city of that size really brings. */
class SeriesBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final int BUDGET = 5_000;
    private static final int UNITS = 65;
    private static final int SOURCES = 75;

    @Test
    void aCityStaysWithinItsBudget() {
        List<String> promises =
                new ArrayList<>(Stream.of(ClockKind.values()).map(ClockKind::id).toList());
        int withTarget = promises.size();
        promises.add("without-target");

        List<String> series = scrape(new LargeCity(UNITS, promises, SOURCES, NOW));

        assertThat(series.stream().filter(line -> line.matches("tepati_(promise|unit|source)_.*")))
                .hasSize(UNITS * (withTarget * 10 + 8) + UNITS * 8 + SOURCES * 2);
        assertThat(promises).hasSizeGreaterThanOrEqualTo(6);
        assertThat(series).hasSizeLessThanOrEqualTo(BUDGET);
    }

    @Test
    void noSeriesIsThereTwice() {
        List<String> series = scrape(new LargeCity(3, List.of("completion", "waiting"), 5, NOW));

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
