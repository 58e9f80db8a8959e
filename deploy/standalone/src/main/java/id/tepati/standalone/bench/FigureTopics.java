package id.tepati.standalone.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The newest figures that a job has committed to its output topics. For one thread at a time. */
final class FigureTopics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final BiConsumer<ConsumerRecord<byte[], byte[]>, Map<String, DayFigures.Counts>> reading;
    private final Map<String, DayFigures.Counts> counts = new TreeMap<>();

    /**
     * Reads topics from their beginning.
     *
     * @param reading enters what a record says into the counts by {@link DayFigures#cell}
     */
    FigureTopics(
            String kafka,
            Collection<String> topics,
            BiConsumer<ConsumerRecord<byte[], byte[]>, Map<String, DayFigures.Counts>> reading) {
        this.reading = reading;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Takes what has come. */
    void poll() {
        poll(Duration.ZERO);
    }

    private void poll(Duration patience) {
        consumer.poll(patience).forEach(record -> reading.accept(record, counts));
    }

    /** Takes everything that is there by now. */
    void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(PATIENCE);
        }
    }

    Map<String, DayFigures.Counts> counts() {
        return counts;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
