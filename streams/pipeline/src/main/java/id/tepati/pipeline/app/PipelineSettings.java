package id.tepati.pipeline.app;

import id.tepati.contract.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How the pipeline runs.
 *
 * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
 * @param stateDirectory where RocksDB keeps the tasks' state; one for each process
 * @param instance name of this process among those that share the work; keeps its share over a restart
 * @param partitions of the input topics
 * @param threads that work in this process
 * @param replication of the internal topics
 */
public record PipelineSettings(
        Map<String, Object> client,
        Path stateDirectory,
        String instance,
        int partitions,
        int threads,
        int replication) {
    /**
     * Also the consumer group, the prefix of internal topics and of the state. A new number means that state of
     * earlier releases cannot be used and everything is read anew; {@link Topics#HAND_OFF} then gets the same number.
     */
    public static final String APPLICATION_ID = "tepati-pipeline-v2";

    /** Takes a copy. */
    public PipelineSettings {
        client = Map.copyOf(client);
    }

    /** Of a cluster that lets everybody in. */
    public PipelineSettings(
            String bootstrapServers,
            Path stateDirectory,
            String instance,
            int partitions,
            int threads,
            int replication) {
        this(
                Map.of(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                stateDirectory,
                instance,
                partitions,
                threads,
                replication);
    }

    /** How often what was done becomes visible; freshness rests on it. Why not oftener: docs/adr/0005. */
    public static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

    /** After so long without a sign of life the work of a process goes to others, or back to it when it restarts. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

    /** How often it is seen whether a process that was added has caught up and can take its share; not less is allowed. */
    private static final Duration PROBING_INTERVAL = Duration.ofMinutes(1);

    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final int BATCH_BYTES = 64 << 10;

    /** The settings for Kafka Streams. */
    public Properties streams() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        // another value lets one input run ahead of the other, which the progress mark does not allow for
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        settings.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING_INTERVAL.toMillis());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), millis(SESSION_TIMEOUT));
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), millis(HEARTBEAT));
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // a commit sends what waits; before it nobody would see it
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), millis(COMMIT_INTERVAL));
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
