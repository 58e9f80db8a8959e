package id.tepati.pipeline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineMetrics;
import id.tepati.pipeline.app.PipelineSettings;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a running pipeline. */
@KafkaBroker
final class PipelineMetricsTest {
    private static final int THREADS = 2;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Cluster cluster;

    @TempDir
    private Path directory;

    PipelineMetricsTest(TestBroker broker) {
        cluster = Cluster.emptied(broker);
    }

    @Test
    void nineNumbersTellHowItIsDoing() {
        List<ProducerRecord<byte[], byte[]>> records =
                Town.mixed(200, Instant.now().minus(Duration.ofHours(3)));
        cluster.send(records);

        try (Pipeline pipeline = start()) {
            PipelineMetrics.bind(registry, pipeline);
            cluster.awaitDone(Instant.now());

            assertThat(registry.getMeters())
                    .extracting(meter -> meter.getId().getName())
                    .containsExactlyInAnyOrder(
                            "tepati.pipeline.alive",
                            "tepati.pipeline.running",
                            "tepati.pipeline.clock.distrusted",
                            "tepati.pipeline.threads",
                            "tepati.pipeline.restore.records",
                            "tepati.pipeline.lag.records",
                            "tepati.pipeline.failed.threads",
                            "tepati.pipeline.records",
                            "tepati.pipeline.dropped.records");
            assertThat(number("alive")).isOne();
            assertThat(number("running")).isOne();
            assertThat(number("clock.distrusted")).isZero();
            assertThat(number("threads")).isEqualTo(THREADS);
            assertThat(number("failed.threads")).isZero();
            assertThat(number("dropped.records")).isZero();
            Awaitility.await().untilAsserted(() -> {
                assertThat(number("records")).isEqualTo(records.size());
                assertThat(number("lag.records")).isZero();
            });
        }
        assertThat(number("alive")).isZero();
        assertThat(number("running")).isZero();
    }

    private double number(String name) {
        Meter meter = registry.get("tepati.pipeline." + name).meter();
        return meter.measure().iterator().next().getValue();
    }

    private Pipeline start() {
        var settings =
                new PipelineSettings(cluster.bootstrapServers(), directory, "one", Cluster.PARTITIONS, THREADS, 1);
        return Pipeline.start(settings, Town.catalogue(), cluster.admin(), InstantSource.system());
    }
}
