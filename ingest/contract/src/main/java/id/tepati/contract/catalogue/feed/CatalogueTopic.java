package id.tepati.contract.catalogue.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The questions that the feed asks about its topic. */
final class CatalogueTopic implements AutoCloseable {
    private final Admin admin;
    private final TopicPartition partition;

    private CatalogueTopic(Admin admin, TopicPartition partition) {
        this.admin = admin;
        this.partition = partition;
    }

    static CatalogueTopic connect(Map<String, Object> client, String topic) {
        try {
            return new CatalogueTopic(Admin.create(client), new TopicPartition(topic, 0));
        } catch (KafkaException failed) {
            throw new CatalogueFeedException(
                    "No connection to Kafka can be made, check bootstrap.servers and the security settings: "
                            + failed.getMessage(),
                    failed);
        }
    }

    TopicPartition partition() {
        return partition;
    }

    /** Refuses a topic that is missing or has not exactly one partition, and a broker that does not answer. */
    void check(Duration timeout) {
        String topic = partition.topic();
        try {
            int partitions = get(admin.describeTopics(List.of(topic)).allTopicNames(), timeout)
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            if (partitions != 1) {
                throw new CatalogueFeedException("The topic " + topic + " has " + partitions
                        + " partitions and must have 1: delete it and let Tepati create it.");
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new CatalogueFeedException(
                        "The topic " + topic
                                + " does not exist: create it with 1 partition and cleanup.policy=compact.",
                        failed.getCause());
            }
            throw unreachable(failed);
        } catch (TimeoutException late) {
            throw unreachable(late);
        }
    }

    /**
     * The offset after the last record, of transactions still open too: what they hold may become visible later and
     * counts as not read until then.
     */
    long end(Duration timeout) throws ExecutionException, TimeoutException {
        ListOffsetsOptions everything = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
        return get(
                        admin.listOffsets(Map.of(partition, OffsetSpec.latest()), everything)
                                .partitionResult(partition),
                        timeout)
                .offset();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private CatalogueFeedException unreachable(Exception cause) {
        return new CatalogueFeedException(
                "No Kafka broker answered about the topic " + partition.topic()
                        + ": check that it runs and that bootstrap.servers names it.",
                cause);
    }

    private static <T> T get(KafkaFuture<T> future, Duration timeout) throws ExecutionException, TimeoutException {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CatalogueFeedException("Interrupted while asking about the catalogue.", interrupted);
        }
    }
}
