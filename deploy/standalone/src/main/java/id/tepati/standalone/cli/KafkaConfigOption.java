package id.tepati.standalone.cli;

import id.tepati.standalone.app.KafkaCluster;
import id.tepati.standalone.app.StartException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a cluster lets us in. */
final class KafkaConfigOption {
    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "properties with what the cluster asks of its clients: security.protocol, sasl.*, ssl.*")
    private @Nullable Path file;

    /** A cluster, or null for none. */
    @Nullable
    KafkaCluster ofNullable(@Nullable String address) {
        if (address == null && file != null) {
            throw new CommandException(
                    "--kafka-config is for a cluster of your own: name it with --kafka HOST:PORT, or leave both out.",
                    Exit.USAGE);
        }
        return address == null ? null : of(address);
    }

    /** A cluster. */
    KafkaCluster of(String address) {
        try {
            return file == null ? KafkaCluster.open(address) : KafkaCluster.of(address, file);
        } catch (StartException refused) {
            throw new CommandException(String.valueOf(refused.getMessage()), Exit.USAGE);
        }
    }
}
