package id.tepati.gateway.http;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer that the gateway needs: one for the whole process. */
public final class GatewayProducer {
    private static final int LINGER_MS = 5;
    private static final int BLOCK_AT_MOST_MS = 3_000;
    private static final int REQUEST_WITHIN_MS = 5_000;
    private static final int DELIVERED_WITHIN_MS = 12_000;

    /** The broker's own limit decides; the client's would refuse large batches before compressing them. */
    private static final int LARGEST_REQUEST = 2 * 1024 * 1024;

    private GatewayProducer() {}

    /**
     * Opens a producer; the caller closes it after the gateway.
     *
     * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
     */
    public static Producer<byte[], byte[]> open(Map<String, Object> client) {
        return new KafkaProducer<>(settings(client), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_AT_MOST_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_WITHIN_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERED_WITHIN_MS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        return settings;
    }
}
