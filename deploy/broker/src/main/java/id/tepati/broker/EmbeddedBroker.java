package id.tepati.broker;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node, broker and controller at once, in this JVM and on loopback only.
 *
 * <p>Its data lies under one directory and outlives it: records, committed positions and the cluster id are there again
 * at the next start, also after {@code kill -9}. Topics are never created by being used. Record timestamps are the
 * broker's (LogAppendTime) unless a topic says otherwise. When its disk fails while it runs, Kafka ends the JVM rather
 * than lose records, or has done what {@link #onGivingUp} was told. A directory that was copied from another becomes a
 * broker of its own, or is refused where the copy may not be whole; the other notices nothing.
 *
 * <p>Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private static final String OWNER = "broker";

    private final KafkaNode node;
    private final DirectoryLock lock;
    private final BrokerAddress address;
    private final int port;
    private boolean closed;

    private EmbeddedBroker(KafkaNode node, DirectoryLock lock, BrokerAddress address, int port) {
        this.node = node;
        this.lock = lock;
        this.address = address;
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
        DirectoryLock lock = DirectoryLock.acquire(dataDirectory, OWNER);
        BrokerAddress address = new BrokerAddress(dataDirectory);
        try {
            address.forget();
            DirectoryPlace.copiedFrom(dataDirectory).ifPresent(original -> requireWhole(dataDirectory, original));
            DirectoryPlace.settle(dataDirectory);
            LoopbackPorts ports = LoopbackPorts.find(port);
            return new EmbeddedBroker(startNode(dataDirectory, ports), lock, address, ports.broker()).told();
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private EmbeddedBroker told() {
        try {
            address.tell(bootstrapServers());
            return this;
        } catch (BrokerStartException e) {
            close();
            throw e;
        }
    }

    /**
     * Where the broker of a directory listens that runs in another process.
     *
     * @return what clients put into {@code bootstrap.servers}; empty where none runs
     * @throws BrokerStartException where one is just starting or stopping
     */
    public static Optional<String> runningOn(Path dataDirectory) {
        if (!DirectoryLock.isTaken(dataDirectory, OWNER)) {
            return Optional.empty();
        }
        return Optional.of(new BrokerAddress(dataDirectory)
                .told()
                .orElseThrow(() -> new BrokerStartException(
                        "The broker of " + dataDirectory + " is starting or stopping: try again in a moment.", null)));
    }

    /** Half of what a running broker wrote looks like all of it. */
    private static void requireWhole(Path dataDirectory, String original) {
        if (KafkaNode.isLeftOpen(log(dataDirectory))) {
            throw new BrokerStartException(
                    String.format(
                            Locale.ROOT,
                            "The data directory %s was copied from %s while a server ran there, or after one was killed, so it may hold half of what that one wrote. Stop that server in order and copy again, or use tepati backup; if you know that nothing ran there, delete %s and start again.",
                            dataDirectory,
                            original,
                            DirectoryPlace.file(dataDirectory)),
                    null);
        }
        LOG.atWarn()
                .addKeyValue("directory", dataDirectory)
                .addKeyValue("original", original)
                .log("the data directory is a copy, and from now on a broker of its own");
    }

    private static Path log(Path dataDirectory) {
        return dataDirectory.resolve("log").toAbsolutePath();
    }

    private static KafkaNode startNode(Path dataDirectory, LoopbackPorts ports) {
        Path log = log(dataDirectory);
        try {
            return KafkaNode.start(log, ports);
        } catch (Exception e) {
            throw new BrokerStartException(
                    String.format(
                            Locale.ROOT,
                            "Kafka could not start on the data directory %s (%s). Start again; if the same comes again, keep the directory as it is, and read the log for the cause.",
                            dataDirectory,
                            e),
                    e);
        }
    }

    /**
     * Says what is to be done instead, in this whole JVM, where Kafka would end it because it cannot go on.
     *
     * @param last on a thread of Kafka's; it ends the JVM and does not return
     */
    public static void onGivingUp(Runnable last) {
        KafkaNode.onGivingUp(last);
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
            address.forget();
            node.close();
        } finally {
            lock.close();
        }
    }
}
