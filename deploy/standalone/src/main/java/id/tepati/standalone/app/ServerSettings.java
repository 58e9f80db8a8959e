package id.tepati.standalone.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a server with all roles is set up.
 *
 * @param data directory of everything that it keeps
 * @param kafka {@code HOST:PORT} of a cluster, or null for the embedded broker
 * @param brokerPort port of the embedded broker, 0 for any that is free
 * @param listen address that the API listens on
 * @param port of the API, 0 for any that is free
 * @param partitions of the input topics, when they are created
 * @param threads of the pipeline
 */
public record ServerSettings(
        Path data, @Nullable String kafka, int brokerPort, String listen, int port, int partitions, int threads) {
    /** The cluster to use, if not the embedded broker. */
    public Optional<String> cluster() {
        return Optional.ofNullable(kafka);
    }
}
