package id.tepati.pipeline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.deadline.MarkingClients;
import id.tepati.pipeline.deadline.ProgressMark;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A process that has lost its partitions commits nothing more, though it read nothing that it would have to commit. */
@KafkaBroker
final class FencingTest {
    private static final String GROUP = "fencing-test";

    private final Cluster cluster;
    private final MarkingClients clients =
            new MarkingClients(new ProgressMark(Topics.judged(), InstantSource.system()));

    FencingTest(TestBroker broker) {
        cluster = Cluster.emptied(broker);
    }

    @Test
    void onlyAMemberCommitsWhatTimeAloneBrought() {
        ConsumerGroupMetadata member;
        try (KafkaConsumer<byte[], byte[]> owner = owner()) {
            member = owner.groupMetadata();
            commitAReport(member);
        }

        assertThatThrownBy(() -> commitAReport(member)).isInstanceOf(CommitFailedException.class);
        assertThat(cluster.read(Topics.PROGRESS)).hasSize(1);
    }

    private KafkaConsumer<byte[], byte[]> owner() {
        KafkaConsumer<byte[], byte[]> owner = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "group.id", GROUP),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        owner.subscribe(List.of(Topics.APPLICATIONS));
        Awaitility.await("a share of the work").atMost(Duration.ofMinutes(1)).until(() -> {
            owner.poll(Duration.ofMillis(100));
            return !owner.assignment().isEmpty();
        });
        return owner;
    }

    private void commitAReport(ConsumerGroupMetadata member) {
        try (Producer<byte[], byte[]> producer = clients.getProducer(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "transactional.id", GROUP))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(Cluster.record(Topics.PROGRESS, "0", new byte[] {1}));
            producer.sendOffsetsToTransaction(Map.of(), member);
            producer.commitTransaction();
        }
    }
}
