package id.tepati.standalone.cli;

import id.tepati.contract.topic.Topics;
import id.tepati.standalone.app.LogLevel;
import id.tepati.standalone.app.Role;
import id.tepati.standalone.app.ServerSettings;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that run one role have in common. */
final class RoleOptions {
    private static final Path NO_DATA = Path.of("");

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            required = true,
            description = "the Kafka cluster where the roles meet")
    String kafka = "";

    @Option(
            names = "--listen",
            paramLabel = "ADDR",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    String listen = "127.0.0.1";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            converter = FromOne.class,
            defaultValue = "" + Topics.DEFAULT_PARTITIONS,
            description = "partitions of the input topics, chosen when they are created (default: ${DEFAULT-VALUE})")
    int partitions = Topics.DEFAULT_PARTITIONS;

    /** For a role that keeps nothing. */
    ServerSettings settings(Role role, int port) {
        return new ServerSettings(Set.of(role), NO_DATA, kafka, 0, listen, port, partitions, 0, null, LogLevel.INFO);
    }

    ServerSettings pipeline(int port, Path data, int threads, @Nullable String instance, LogLevel logLevel) {
        return new ServerSettings(
                Set.of(Role.PIPELINE), data, kafka, 0, listen, port, partitions, threads, instance, logLevel);
    }
}
