package id.tepati.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The only file that knows Kafka's internal classes: what a new Kafka version breaks is mended here.
 *
 * <p>Not thread-safe; {@link EmbeddedBroker} guards it.
 */
final class KafkaNode implements AutoCloseable {
    private final KafkaRaftServer server;

    private KafkaNode(KafkaRaftServer server) {
        this.server = server;
    }

    /** Starts the node and waits until it takes requests. Kafka throws checked exceptions that Scala does not declare. */
    static KafkaNode start(Path log, Map<String, String> settings) throws Exception {
        formatOnce(log);
        var properties = new Properties();
        properties.putAll(settings);
        var node = new KafkaNode(new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM));
        try {
            node.server.startup();
        } catch (Exception e) {
            node.close();
            throw e;
        }
        return node;
    }

    /** Kafka writes this file last and in one move, so a format cut short is simply done again. */
    private static void formatOnce(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(log.toString())
                .setDirectories(List.of(log.toString()))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    /** Stops the node and waits until it has. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
