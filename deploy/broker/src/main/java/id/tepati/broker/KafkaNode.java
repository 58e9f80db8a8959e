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
import org.apache.kafka.common.utils.Exit;
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
    static KafkaNode start(Path log, LoopbackPorts ports) throws Exception {
        if (!isFormatted(log)) {
            format(log);
        } else if (isLeftOpen(log)) {
            forgetKilled(log, ports);
        }
        return start(BrokerSettings.of(log, ports));
    }

    private static KafkaNode start(Map<String, String> settings) throws Exception {
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

    /**
     * Takes the partitions from the broker that was killed on this directory, before one starts in its place. A broker
     * that finds itself their leader takes up the transactions that had been decided, and loses the partitions again a
     * second later, since it is a new one. Kafka 4.3.1 then counts the markers as written and writes none
     * (KAFKA-20734): positions may be committed so, and what was written with them not (docs/adr/0015).
     */
    private static void forgetKilled(Path log, LoopbackPorts ports) throws Exception {
        KafkaNode controller = start(BrokerSettings.ofController(log, ports));
        try {
            KilledBroker.unregister(ports);
        } finally {
            controller.close();
        }
    }

    /** Whether a killed broker left the directory, or one that still runs: such a one is not fit to be copied. */
    static boolean isLeftOpen(Path log) {
        return isFormatted(log) && !endedInOrder(log);
    }

    /**
     * Has this done, for the whole JVM, where Kafka would end it because it cannot go on, such as without its disk. It
     * must not return: whoever called it relies on the end.
     */
    static void onGivingUp(Runnable last) {
        Exit.setHaltProcedure((status, message) -> last.run());
        Exit.setExitProcedure((status, message) -> last.run());
    }

    /** Kafka writes this file last and in one move, so a format cut short is simply done again. */
    private static boolean isFormatted(Path log) {
        return Files.exists(log.resolve("meta.properties"));
    }

    /** Kafka writes this file last when it stops, and deletes it when it starts. */
    private static boolean endedInOrder(Path log) {
        return Files.exists(log.resolve(".kafka_cleanshutdown"));
    }

    private static void format(Path log) throws Exception {
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
