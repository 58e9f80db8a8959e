package id.tepati.standalone.cli;

import id.tepati.access.change.Author;
import id.tepati.access.change.Change;
import id.tepati.access.edit.Edit;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.AccessWriter;
import id.tepati.access.record.AccessView;
import id.tepati.broker.EmbeddedBroker;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.TopicSetupException;
import id.tepati.contract.topic.Topics;
import id.tepati.standalone.app.KafkaClients;
import id.tepati.standalone.app.KafkaCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In which Kafka it is kept who may do what: a cluster, or that of a data directory, where a server may run or not. */
final class AccessPlace {
    /** How long a topic of access may take to be read. */
    static final Duration WITHIN = Duration.ofSeconds(30);

    private static final short ALONE = 1;
    private static final short DEFAULT_OF_CLUSTER = -1;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Kafka cluster of the server, if it uses one")
    private @Nullable String kafka;

    @Mixin
    private KafkaConfigOption config = new KafkaConfigOption();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tepati-data",
            description = "else directory of the server, whether it runs or not (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("tepati-data");

    /** Carries out an edit; a directory that is not there yet is made. */
    Change change(Author author, Edit edit) {
        return with(client -> new AccessWriter(client, Clock.systemUTC()).write(author, edit));
    }

    /** What is known of who may do what. */
    AccessView view() {
        return look(client -> {
            try (AccessFeed feed = AccessFeed.start(client, WITHIN)) {
                return feed.view();
            }
        });
    }

    /** Looks at what is there; a directory that is not there is a mistake. */
    <T> T look(Function<Map<String, Object>, T> looking) {
        if (config.ofNullable(kafka) == null && !Files.isDirectory(broker())) {
            throw new CommandException(
                    "There is no server's data in " + data + ": name its directory with --data, or its cluster with"
                            + " --kafka.",
                    Exit.USAGE);
        }
        return with(looking);
    }

    private Path broker() {
        return data.resolve("broker");
    }

    /** Does something with settings of a Kafka client. */
    private <T> T with(Function<Map<String, Object>, T> work) {
        KafkaCluster cluster = config.ofNullable(kafka);
        if (cluster != null) {
            cluster.whyExposed().ifPresent(why -> System.err.println("tepati: " + why));
            return at(cluster, DEFAULT_OF_CLUSTER, work);
        }
        Optional<String> running = EmbeddedBroker.runningOn(broker());
        if (running.isPresent()) {
            return at(KafkaCluster.open(running.get()), ALONE, work);
        }
        try (EmbeddedBroker own = EmbeddedBroker.start(broker(), 0)) {
            return at(KafkaCluster.open(own.bootstrapServers()), ALONE, work);
        }
    }

    private static <T> T at(KafkaCluster cluster, short replication, Function<Map<String, Object>, T> work) {
        try (Admin admin = KafkaClients.admin(cluster)) {
            KafkaClients.requireAnswer(admin, cluster);
            TopicSetup.ensure(admin, Topics.ofAccess(), replication);
        } catch (TopicSetupException unfit) {
            throw new CommandException(String.valueOf(unfit.getMessage()), Exit.UNREACHABLE);
        }
        return work.apply(cluster.client());
    }
}
