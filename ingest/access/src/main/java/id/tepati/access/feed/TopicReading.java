package id.tepati.access.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic of one partition from its beginning, committed records only. Not thread-safe, but for wakeUp. */
final class TopicReading implements AutoCloseable {
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;

    private TopicReading(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        this.consumer = consumer;
        this.partition = partition;
    }

    /**
     * Opens a topic.
     *
     * @throws AccessException where no broker answers in time, or the topic is not there or is split
     */
    static TopicReading open(Map<String, Object> client, String topic, Duration within) {
        try {
            KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            TopicReading reading = new TopicReading(consumer, new TopicPartition(topic, 0));
            try {
                reading.begin(within);
                return reading;
            } catch (RuntimeException failed) {
                reading.close();
                throw failed;
            }
        } catch (KafkaException failed) {
            throw unreachable(topic, failed);
        }
    }

    private void begin(Duration within) {
        List<PartitionInfo> partitions = consumer.partitionsFor(partition.topic(), within);
        if (partitions == null || partitions.isEmpty()) {
            throw new AccessException(
                    "There is no topic " + partition.topic() + ": start a Tepati server on this Kafka first.", null);
        }
        if (partitions.size() != 1) {
            throw new AccessException(
                    "The topic " + partition.topic() + " has " + partitions.size()
                            + " partitions and must have 1: who made it? Tepati makes it by itself.",
                    null);
        }
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /**
     * Reads what has been committed by now.
     *
     * @throws AccessException where that takes too long
     */
    void toEnd(Consumer<ConsumerRecord<byte[], byte[]>> taker, Duration within) {
        long giveUp = System.nanoTime() + within.toNanos();
        try {
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition), within).get(partition));
            while (consumer.position(partition, within) < end) {
                if (System.nanoTime() - giveUp > 0) {
                    throw new AccessException(
                            "The topic " + partition.topic() + " could not be read within " + within.toSeconds()
                                    + " s: check the load of the broker.",
                            null);
                }
                consumer.poll(POLL).forEach(taker);
            }
        } catch (KafkaException failed) {
            throw unreachable(partition.topic(), failed);
        }
    }

    /**
     * Waits until whoever begins to read now reads up to a record: a transaction is told to be committed a moment before
     * its records are.
     */
    void awaitReadable(long offset, Duration within) {
        long giveUp = System.nanoTime() + within.toNanos();
        try {
            while (Objects.requireNonNull(consumer.endOffsets(List.of(partition), within)
                                    .get(partition))
                            <= offset
                    && System.nanoTime() - giveUp < 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (KafkaException failed) {
            throw unreachable(partition.topic(), failed);
        }
    }

    /** Waits a moment for more; tells whether something came. */
    boolean more(Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        var records = consumer.poll(POLL);
        records.forEach(taker);
        return !records.isEmpty();
    }

    /** Ends a wait from another thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSED_WITHIN));
    }

    private static AccessException unreachable(String topic, KafkaException cause) {
        return new AccessException(
                "The topic " + topic + " cannot be read (" + cause.getMessage()
                        + "): check that the broker runs, that its address is right, and who may read there.",
                cause);
    }

    private static Map<String, Object> settings(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
