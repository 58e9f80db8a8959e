package id.tepati.broker.testing;

import id.tepati.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The broker that the tests of one run share. Thread-safe; closed by JUnit, not by a test. */
public final class TestBroker implements AutoCloseable {
    private final String bootstrapServers;
    private final Runnable stop;
    private final Admin admin;

    private TestBroker(String bootstrapServers, Runnable stop) {
        this.bootstrapServers = bootstrapServers;
        this.stop = stop;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    static TestBroker start() {
        BrokerChoice choice = BrokerChoice.of(
                System.getProperty(BrokerChoice.PROPERTY, "auto"),
                () -> DockerClientFactory.instance().isDockerAvailable());
        TestBroker broker = switch (choice.kind()) {
            case CONTAINER -> inContainer();
            case EMBEDDED -> embedded();
        };
        announce(choice, broker);
        return broker;
    }

    /** On stdout and not in the log, whose level may hide it: the reader of a run must see what it ran on. */
    private static void announce(BrokerChoice choice, TestBroker broker) {
        String what = switch (choice.kind()) {
            case CONTAINER -> "container " + ContainerBroker.image();
            case EMBEDDED -> "embedded in the test's JVM";
        };
        System.out.printf(
                "Kafka broker of this run: %s, because %s; at %s%n", what, choice.reason(), broker.bootstrapServers);
    }

    private static TestBroker inContainer() {
        KafkaContainer container = ContainerBroker.describe();
        container.start();
        return new TestBroker(container.getBootstrapServers(), container::stop);
    }

    private static TestBroker embedded() {
        try {
            Path directory = Files.createTempDirectory("tepati-test-broker");
            EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
            return new TestBroker(broker.bootstrapServers(), () -> {
                broker.close();
                delete(directory);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What clients put into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A client for what the methods here do not offer; shared, so do not close it. */
    public Admin admin() {
        return admin;
    }

    /** A name that no other test of this run has: for groups, applications, transactions, topic prefixes. */
    public String uniqueName(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** Creates a topic with a unique name and returns that name. */
    public String createTopic(String prefix, int partitions) {
        return createTopic(prefix, partitions, Map.of());
    }

    /** Creates a topic with a unique name and settings of its own and returns that name. */
    public String createTopic(String prefix, int partitions, Map<String, String> settings) {
        String name = uniqueName(prefix);
        createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)));
        return name;
    }

    /** Creates topics with exactly these names and returns when clients can see them. */
    public void createTopics(List<NewTopic> topics) {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        try {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics not created: " + names, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
        // the controller answers before the broker has heard of them
        Awaitility.await("topics visible: " + names)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .ignoreException(ExecutionException.class)
                .until(() -> admin.describeTopics(names).allTopicNames().get().size() == names.size());
    }

    @Override
    public void close() {
        admin.close();
        stop.run();
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
