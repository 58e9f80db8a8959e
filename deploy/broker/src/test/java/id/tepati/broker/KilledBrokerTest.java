package id.tepati.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class KilledBrokerTest {
    @TempDir
    private Path directory;

    @Test
    void losesNothingItAcknowledgedAndDoublesNothing() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (var process = BrokerProcess.start(directory, 0)) {
            var before = new Clients(process.bootstrapServers());
            before.createTopic("events", 1);
            try (var producer = before.producer(Map.of("linger.ms", 1))) {
                send(producer, 0, 5_000, acknowledged);
                Awaitility.await().until(() -> acknowledged.size() > 1_000);
                process.kill();

                try (var broker = EmbeddedBroker.start(directory, process.port())) {
                    send(producer, 5_000, 6_000, acknowledged);
                    producer.flush();

                    assertThat(acknowledged).contains("0", "5999");
                    assertThat(new Clients(broker.bootstrapServers()).values("events", "read_committed"))
                            .doesNotHaveDuplicates()
                            .containsAll(acknowledged);
                }
            }
        }
    }

    @Test
    void endsTheTransactionsThatWereDecidedButNotEndedWhenItWasKilled() throws Exception {
        try (var process = BrokerProcess.start(directory, 0)) {
            var before = new Clients(process.bootstrapServers());
            before.createTopic("events", 200);
            Producer<String, String> producer = before.producer(Map.of("transactional.id", "judge"));
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("events", 0, "unit", "decided"));
            producer.flush();
            TransactionDecided.commit(before);
            process.kill();
            producer.close(Duration.ZERO);
        }

        try (var broker = EmbeddedBroker.start(directory, 0)) {
            var after = new Clients(broker.bootstrapServers());

            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(after.values("events", "read_committed")).containsExactly("decided"));
        }
    }

    @Test
    void namesTheOtherProcessThatHasTheDirectoryAndStartsOnceItIsDead() throws Exception {
        try (var process = BrokerProcess.start(directory, 0)) {
            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .withMessageContaining("in use by process " + process.pid());
            process.kill();

            try (var broker = EmbeddedBroker.start(directory, 0)) {
                assertThat(new Clients(broker.bootstrapServers()).clusterId()).isNotEmpty();
            }
        }
    }

    private static void send(Producer<String, String> producer, int from, int to, Queue<String> acknowledged) {
        for (int i = from; i < to; i++) {
            String value = Integer.toString(i);
            producer.send(new ProducerRecord<>("events", 0, "unit", value), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.add(value);
                }
            });
        }
    }
}
