package id.tepati.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerTest {
    private static final String COMMITTED = "read_committed";

    @TempDir
    private Path directory;

    @Test
    void givesBackWhatItAcknowledgedStampedWithItsOwnTime() throws Exception {
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            var clients = new Clients(broker.bootstrapServers());
            clients.createTopic("events", 1);
            try (var producer = clients.producer(Map.of())) {
                producer.send(new ProducerRecord<>("events", 0, 42L, "unit", "a"))
                        .get();
            }

            var record = clients.read("events", COMMITTED).get(0);

            assertThat(record.key()).isEqualTo("unit");
            assertThat(record.value()).isEqualTo("a");
            assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
            assertThat(record.timestamp()).isNotEqualTo(42L);
        }
    }

    @Test
    void doesNotCreateATopicThatIsOnlyUsed() throws Exception {
        try (var broker = EmbeddedBroker.start(directory, 0);
                var admin = new Clients(broker.bootstrapServers()).admin();
                var producer = new Clients(broker.bootstrapServers()).producer(Map.of("max.block.ms", 500))) {

            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("mistyped", "unit", "a"))
                            .get())
                    .isInstanceOf(ExecutionException.class);

            assertThatThrownBy(() -> admin.describeTopics(List.of("mistyped"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void showsOnlyCommittedTransactions() throws Exception {
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            var clients = new Clients(broker.bootstrapServers());
            clients.createTopic("events", 1);
            try (var producer = clients.producer(Map.of("transactional.id", "judge"))) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("events", 0, "unit", "kept"));
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("events", 0, "unit", "dropped"));
                producer.flush();
                producer.abortTransaction();
            }

            assertThat(clients.values("events", COMMITTED)).containsExactly("kept");
            assertThat(clients.values("events", "read_uncommitted")).containsExactly("kept", "dropped");
        }
    }

    @Test
    void keepsRecordsPositionsAndClusterIdOverARestartOnOtherPorts() throws Exception {
        var committed = Map.of(new TopicPartition("events", 0), new OffsetAndMetadata(2));
        String clusterId;
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            var clients = new Clients(broker.bootstrapServers());
            clusterId = clients.clusterId();
            clients.createTopic("events", 1);
            clients.send("events", List.of("a", "b", "c"));
            try (var consumer = clients.consumer(Map.of("group.id", "reader"))) {
                consumer.subscribe(List.of("events"));
                consumer.poll(Duration.ofSeconds(10));
                consumer.commitSync(committed);
            }
        }

        try (var broker = EmbeddedBroker.start(directory, 0)) {
            var clients = new Clients(broker.bootstrapServers());

            assertThat(clients.clusterId()).isEqualTo(clusterId);
            clients.send("events", List.of("d"));
            assertThat(clients.values("events", COMMITTED)).containsExactly("a", "b", "c", "d");
            try (var consumer = clients.consumer(Map.of("group.id", "reader"))) {
                assertThat(consumer.committed(committed.keySet())).isEqualTo(committed);
            }
        }
    }

    @Test
    void listensOnThePortItWasGivenAlsoTheSecondTime() {
        String address;
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            address = broker.bootstrapServers();
        }
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (var broker = EmbeddedBroker.start(directory, port)) {
            assertThat(broker.bootstrapServers()).isEqualTo(address);
        }
    }

    @Test
    void refusesADirectoryThatAnotherBrokerHasAndNamesTheProcess() throws Exception {
        try (var first = EmbeddedBroker.start(directory, 0)) {
            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .withMessageContaining(directory.toString())
                    .withMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .withMessageContaining("a second server needs a directory of its own");
            assertThat(new Clients(first.bootstrapServers()).clusterId()).isNotEmpty();
        }
    }

    @Test
    void refusesAPortInUseAndLetsTheDirectoryGo() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = taken.getLocalPort();
            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(directory, port))
                    .withMessageContaining("127.0.0.1:" + port)
                    .withMessageContaining("choose another port");
        }

        try (var broker = EmbeddedBroker.start(directory, port)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void refusesADirectoryThatItCannotWrite() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(BrokerStartException.class)
                .isThrownBy(() -> EmbeddedBroker.start(file.resolve("data"), 0))
                .withMessageContaining(file.toString())
                .withMessageContaining("permissions");
    }

    @Test
    void saysSoWhenKafkaRefusesTheData() throws Exception {
        Path log = Files.createDirectories(directory.resolve("log"));
        Files.writeString(log.resolve("meta.properties"), "version=1\ncluster.id=other\nnode.id=7\n");

        assertThatExceptionOfType(BrokerStartException.class)
                .isThrownBy(() -> EmbeddedBroker.start(directory, 0))
                .withMessageContaining("Kafka could not start")
                .withMessageContaining("keep the directory as it is");
    }
}
