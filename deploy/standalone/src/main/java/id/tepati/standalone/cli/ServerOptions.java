package id.tepati.standalone.cli;

import id.tepati.access.oidc.OidcConfig;
import id.tepati.contract.topic.Topics;
import id.tepati.standalone.app.Listening;
import id.tepati.standalone.app.LogLevel;
import id.tepati.standalone.app.Role;
import id.tepati.standalone.app.ServerSettings;
import id.tepati.standalone.tls.TlsFiles;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code up} and {@code demo} have in common. */
final class ServerOptions {
    /** What the option of that name says of itself. */
    static final String LOG_LEVEL =
            "how much is written to log/tepati.log in the data directory: error, warn, info or debug"
                    + " (default: ${DEFAULT-VALUE})";

    private static final int ANY_FREE_PORT = 0;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7070",
            description = "port of the API (default: ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDR",
            defaultValue = "127.0.0.1",
            description = "address that the API listens on (default: ${DEFAULT-VALUE}, this machine only)")
    String listen = "127.0.0.1";

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "use this Kafka cluster instead of the embedded broker")
    @Nullable
    String kafka;

    @Mixin
    private KafkaConfigOption config = new KafkaConfigOption();

    @Option(
            names = "--broker-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "port of the embedded broker (default: any that is free)")
    int brokerPort = ANY_FREE_PORT;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            converter = FromOne.class,
            defaultValue = "" + Topics.DEFAULT_PARTITIONS,
            description = "partitions of the input topics, chosen when they are created (default: ${DEFAULT-VALUE})")
    int partitions = Topics.DEFAULT_PARTITIONS;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = FromOne.class,
            defaultValue = "2",
            description = "threads of the pipeline (default: ${DEFAULT-VALUE})")
    int threads = 2;

    @Option(names = "--log-level", paramLabel = "LEVEL", defaultValue = "info", description = LOG_LEVEL)
    LogLevel logLevel = LogLevel.INFO;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    /** Without TLS, and without a provider by which people sign in. */
    ServerSettings settings(Path data) {
        return settings(data, null, null);
    }

    ServerSettings settings(Path data, @Nullable TlsFiles tls, @Nullable OidcConfig oidc) {
        Set<Role> all = EnumSet.allOf(Role.class);
        return new ServerSettings(
                all,
                data,
                config.ofNullable(kafka),
                brokerPort,
                new Listening(listen, port, tls, oidc),
                partitions,
                threads,
                null,
                logLevel,
                database.address());
    }
}
