package id.tepati.access.feed;

import id.tepati.access.record.RecordKey;
import id.tepati.access.record.SignInSession;
import id.tepati.access.secret.SecretHash;
import id.tepati.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes who has signed in and out, without a line in the change log. Each call returns when all replicas have it, so that
 * a session outlives the process. Thread-safe.
 */
public final class SessionWriter implements AutoCloseable {
    private static final int ANSWER_WITHIN_MS = 10_000;

    private final KafkaProducer<byte[], byte[]> producer;

    private SessionWriter(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Makes one; asks Kafka nothing yet.
     *
     * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
     * @throws AccessException where those are no settings
     */
    public static SessionWriter open(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS / 2);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        try {
            return new SessionWriter(
                    new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
        } catch (KafkaException failed) {
            throw new AccessException("Sessions cannot be written to Kafka: " + failed.getMessage(), failed);
        }
    }

    /**
     * Somebody has signed in.
     *
     * @throws AccessException where Kafka did not take it
     */
    public void begin(SignInSession session) {
        write(session.key(), session.toJson());
    }

    /**
     * Somebody has signed out, or the session has expired.
     *
     * @throws AccessException where Kafka did not take it
     */
    public void end(SecretHash session) {
        write(SignInSession.keyOf(session), null);
    }

    private void write(RecordKey key, byte @Nullable [] value) {
        byte[] bytes = key.toString().getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(Topics.ACCESS, 0, bytes, value)).get();
        } catch (KafkaException | ExecutionException failed) {
            throw new AccessException("Kafka did not take the session: try again.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccessException("Interrupted while writing a session.", interrupted);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
