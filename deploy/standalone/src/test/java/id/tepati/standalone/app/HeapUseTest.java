package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

/** What Java tells of the heap of these tests, whichever its collector. */
class HeapUseTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void whatACollectionLeavesIsSeen() {
        double before = afterCollection().longLived();
        byte[][] kept = new byte[40][MEGABYTE];

        HeapUse after = afterCollection();

        double fortyMegabytes = 40.0 * MEGABYTE / Runtime.getRuntime().maxMemory();
        assertThat(after.longLived()).isBetween(before + 0.9 * fortyMegabytes, 1.0);
        assertThat(after.used()).isBetween(0.9 * fortyMegabytes, 1.0);
        Reference.reachabilityFence(kept);
    }

    @Test
    void collectionsTakeTime() {
        HeapUse before = HeapUse.now();

        await().untilAsserted(() -> {
            HeapUse after = afterCollection();
            assertThat(after.at()).isGreaterThan(before.at());
            assertThat(after.collecting()).isGreaterThan(before.collecting());
        });
    }

    private static HeapUse afterCollection() {
        System.gc();
        return HeapUse.now();
    }

    @Test
    void itIsAMetric() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        HeapUse.bind(registry);

        assertThat(registry.scrape())
                .containsPattern("(?m)^" + HeapUse.METRIC + " \\d")
                .doesNotContain("NaN");
        registry.close();
    }
}
