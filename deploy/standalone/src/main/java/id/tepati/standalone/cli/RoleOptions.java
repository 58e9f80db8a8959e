package id.tepati.standalone.cli;

import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.store.DatabaseAddress;
import id.tepati.standalone.app.Listening;
import id.tepati.standalone.app.LogLevel;
import id.tepati.standalone.app.Role;
import id.tepati.standalone.app.ServerSettings;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private KafkaConfigOption config = new KafkaConfigOption();

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private OidcOption oidc = new OidcOption();

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
        return settings(role, NO_DATA, port, LogLevel.INFO, null);
    }

    /**
     * For a dashboard.
     *
     * @param database where the read model lies; null for a file in the data
     */
    ServerSettings dashboard(int port, Path data, LogLevel logLevel, @Nullable DatabaseAddress database) {
        return settings(Role.DASHBOARD, data, port, logLevel, database);
    }

    private ServerSettings settings(
            Role role, Path data, int port, LogLevel logLevel, @Nullable DatabaseAddress database) {
        return new ServerSettings(
                Set.of(role), data, config.of(kafka), 0, listening(port), partitions, 0, null, logLevel, database);
    }

    private Listening listening(int port) {
        return new Listening(listen, port, tls.files(), oidc.config());
    }

    ServerSettings pipeline(int port, Path data, int threads, @Nullable String instance, LogLevel logLevel) {
        return new ServerSettings(
                Set.of(Role.PIPELINE),
                data,
                config.of(kafka),
                0,
                listening(port),
                partitions,
                threads,
                instance,
                logLevel,
                null);
    }
}
