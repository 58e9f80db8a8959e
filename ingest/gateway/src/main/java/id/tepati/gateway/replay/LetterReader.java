package id.tepati.gateway.replay;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.OriginalPlace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads dead letters, and the records that they are of, from Kafka. There is no index of letters: to find some, all are
 * gone through. Not thread-safe.
 */
final class LetterReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS_IN_VAIN = 20;
    private static final int ANSWERED_WITHIN_MS = 10_000;

    /** A letter, and in which partition it lies: what takes it away must lie there too. */
    record Found(DeadLetter letter, int partition) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;

    private LetterReader(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /**
     * Opens a reader.
     *
     * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
     * @param topic that of the dead letters
     */
    static LetterReader open(Map<String, Object> client, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWERED_WITHIN_MS);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new LetterReader(
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()), topic);
    }

    /**
     * The letters with these ids that have neither been replayed nor dismissed.
     *
     * @throws org.apache.kafka.common.KafkaException where Kafka does not answer
     */
    Map<String, Found> find(Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        Map<String, Found> found = new HashMap<>();
        List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        readTo(consumer.endOffsets(all), record -> {
            String id = new String(record.key(), StandardCharsets.UTF_8);
            if (!wanted.contains(id)) {
                return;
            }
            if (record.value() == null) {
                found.remove(id);
            } else {
                found.put(id, new Found(DeadLetter.fromJson(record.value()), record.partition()));
            }
        });
        return found;
    }

    private void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        int inVain = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(each);
            inVain = records.isEmpty() ? inVain + 1 : 0;
            if (inVain > POLLS_IN_VAIN) {
                throw new TimeoutException("the dead letters could not be read to their end");
            }
        }
    }

    /**
     * The record at a place; empty where it is not there any more.
     *
     * @throws org.apache.kafka.common.KafkaException where Kafka does not answer
     */
    Optional<ConsumerRecord<byte[], byte[]>> original(OriginalPlace place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        consumer.assign(Set.of(partition));
        Long end = consumer.endOffsets(Set.of(partition)).get(partition);
        if (end == null || place.offset() >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, place.offset());
        try {
            for (int inVain = 0; inVain < POLLS_IN_VAIN && consumer.position(partition) <= place.offset(); inVain++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                    return record.offset() == place.offset() ? Optional.of(record) : Optional.empty();
                }
            }
        } catch (OffsetOutOfRangeException deleted) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
