package id.tepati.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * One Kafka node, broker and controller at once, in this JVM and on loopback only.
 *
 * <p>Its data lies under one directory and outlives it: records, committed positions and the cluster id are there again
 * at the next start, also after {@code kill -9}. Topics are never created by being used. Record timestamps are the
 * broker's (LogAppendTime) unless a topic says otherwise. When its disk fails while it runs, Kafka ends the JVM rather
 * than lose records.
 *
 * <p>Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final KafkaNode node;
    private final DirectoryLock lock;
    private final int port;
    private boolean closed;

    private EmbeddedBroker(KafkaNode node, DirectoryLock lock, int port) {
        this.node = node;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @param dataDirectory made when missing; belongs to this broker alone
     * @param port to listen on, 0 for any free one
     * @throws BrokerStartException when the port or the directory cannot be had, or Kafka refuses; nothing stays behind
     */
    public static EmbeddedBroker start(Path dataDirectory, int port) {
        DirectoryLock lock = DirectoryLock.acquire(dataDirectory, "broker");
        try {
            LoopbackPorts ports = LoopbackPorts.find(port);
            return new EmbeddedBroker(startNode(dataDirectory, ports), lock, ports.broker());
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static KafkaNode startNode(Path dataDirectory, LoopbackPorts ports) {
        Path log = dataDirectory.resolve("log").toAbsolutePath();
        try {
            return KafkaNode.start(log, ports);
        } catch (Exception e) {
            throw new BrokerStartException(
                    "Kafka could not start on the data directory %s (%s). Put back a copy of the directory that is whole, or start on an empty one and import again."
                            .formatted(dataDirectory, e),
                    e);
        }
    }

    /** How this broker differs from Kafka's defaults wherever it runs, for a container that has to behave the same. */
    public static Map<String, String> behaviour() {
        return Map.copyOf(BrokerSettings.behaviour());
    }

    /** What clients put into {@code bootstrap.servers}, with the port in use also when any was asked for. */
    public String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    /** Stops in order, waits for the end and frees the directory. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            node.close();
        } finally {
            lock.close();
        }
    }
}
