package id.tepati.standalone.bench;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.json.CatalogueJson;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Progress;
import id.tepati.contract.topic.Partitioning;
import id.tepati.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the output topics in place of a pipeline. Thread-safe. */
final class OutputTopics implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final int partitions;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** Writes to topics with so many partitions each. */
    OutputTopics(String kafka, int partitions) {
        this.partitions = partitions;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "1",
                        "linger.ms",
                        20,
                        "batch.size",
                        131_072,
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(String topic, ModelRows.Row row) {
        byte[] key = row.key().bytes();
        send(new ProducerRecord<>(topic, Partitioning.of(OutputKey.unitOf(key), partitions), key, row.value()));
    }

    /** Says that everything is judged up to an instant. */
    void mark(Instant asOf) {
        for (int partition = 0; partition < partitions; partition++) {
            Progress progress = new Progress(partition, asOf, Map.of());
            send(new ProducerRecord<>(Topics.PROGRESS, partition, progress.key().bytes(), progress.toJson()));
        }
    }

    /** Publishes a catalogue where there is none yet. */
    void publish(List<CatalogueEntry> entries) {
        entries.forEach(entry -> send(new ProducerRecord<>(
                Topics.CATALOG, 0, entry.key().getBytes(StandardCharsets.UTF_8), CatalogueJson.write(entry))));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record, (sent, error) -> failure.compareAndSet(null, error));
    }

    /** Returns when Kafka has all of them. */
    void flush() {
        producer.flush();
        Exception lost = failure.get();
        if (lost != null) {
            throw new IllegalStateException("Kafka did not take all records of the benchmark: " + lost, lost);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
