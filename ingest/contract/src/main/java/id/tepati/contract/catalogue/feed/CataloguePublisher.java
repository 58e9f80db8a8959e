package id.tepati.contract.catalogue.feed;

import id.tepati.contract.catalogue.CatalogueDiff;
import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.json.CatalogueJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes new entries to the catalogue topic, all or none, in one transaction. Only one publisher at a time: a second
 * one shuts the first out. Compare with a fresh snapshot ({@link CatalogueFeed#awaitReadUpTo}) before publishing.
 * Not thread-safe.
 */
public final class CataloguePublisher implements AutoCloseable {
    /**
     * How long after their publication new entries become known: every task reads the catalogue within it, so that
     * none judges an instant by a version that another task has not seen.
     */
    public static final Duration PUBLICATION_DELAY = Duration.ofSeconds(3);

    /** Sending must end this long before the entries become known, or nothing is published. */
    private static final Duration SAFETY = Duration.ofSeconds(1);

    private static final int TRANSACTION_TIMEOUT_MS = 10_000;
    private static final int ANSWER_WITHIN_MS = 10_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Clock clock;

    private CataloguePublisher(KafkaProducer<byte[], byte[]> producer, String topic, Clock clock) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * Connects to the broker.
     *
     * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
     * @throws CatalogueFeedException where no broker answers
     */
    public static CataloguePublisher open(Map<String, Object> client, String topic, Clock clock) {
        KafkaProducer<byte[], byte[]> producer = null;
        try {
            producer =
                    new KafkaProducer<>(settings(client, topic), new ByteArraySerializer(), new ByteArraySerializer());
            producer.initTransactions();
            return new CataloguePublisher(producer, topic, clock);
        } catch (KafkaException failed) {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            throw new CatalogueFeedException(
                    "No Kafka broker took the catalogue's transaction: check that it runs and that bootstrap.servers"
                            + " names it.",
                    failed);
        }
    }

    /**
     * Publishes what a difference adds and changes; an empty difference writes nothing.
     *
     * @return the published entries, known {@link #PUBLICATION_DELAY} after now
     * @throws CatalogueFeedException where the broker refused or was too slow; nothing was published then, unless the
     *     message says otherwise
     */
    public List<CatalogueEntry> publish(CatalogueDiff diff) {
        if (diff.isEmpty()) {
            return List.of();
        }
        Instant knownFrom = clock.instant().plus(PUBLICATION_DELAY).truncatedTo(ChronoUnit.MILLIS);
        List<CatalogueEntry> entries = diff.publish(knownFrom);
        send(entries, knownFrom);
        try {
            producer.commitTransaction();
        } catch (KafkaException unclear) {
            throw new CatalogueFeedException(
                    "The broker did not confirm the publication: run the catalogue diff again to see whether it holds.",
                    unclear);
        }
        return entries;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private void send(List<CatalogueEntry> entries, Instant knownFrom) {
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent =
                    entries.stream().map(entry -> producer.send(record(entry))).toList();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (KafkaException | ExecutionException failed) {
            abort();
            throw new CatalogueFeedException(
                    "The broker refused the catalogue, nothing was published: try again.", failed);
        } catch (InterruptedException interrupted) {
            abort();
            Thread.currentThread().interrupt();
            throw new CatalogueFeedException("Interrupted, nothing was published.", interrupted);
        }
        if (clock.instant().isAfter(knownFrom.minus(SAFETY))) {
            abort();
            throw new CatalogueFeedException("The broker was too slow, nothing was published: try again.");
        }
    }

    private ProducerRecord<byte[], byte[]> record(CatalogueEntry entry) {
        return new ProducerRecord<>(topic, 0, entry.key().getBytes(StandardCharsets.UTF_8), CatalogueJson.write(entry));
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException alreadyOver) {
            producer.close(Duration.ZERO);
        }
    }

    private static Map<String, Object> settings(Map<String, Object> client, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "tepati-publisher-" + topic);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS / 2);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return settings;
    }
}
