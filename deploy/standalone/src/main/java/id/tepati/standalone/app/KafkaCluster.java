package id.tepati.standalone.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka cluster, and how its clients let it know who they are.
 *
 * @param address {@code HOST:PORT}, or several with commas between
 * @param config file with further settings of its clients, or null for none
 * @param settings what is in it
 */
public record KafkaCluster(String address, @Nullable Path config, Map<String, String> settings) {
    /** Takes a copy. */
    public KafkaCluster {
        settings = Map.copyOf(settings);
    }

    /** One that lets everybody in. */
    public static KafkaCluster open(String address) {
        return new KafkaCluster(address, null, Map.of());
    }

    /**
     * One whose clients need settings.
     *
     * @throws StartException where the file cannot be read, or sets what is not its to set
     */
    public static KafkaCluster of(String address, Path config) {
        return new KafkaCluster(address, config, KafkaConfigFile.read(config));
    }

    /** Settings of a client. */
    public Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(settings);
        client.put("bootstrap.servers", address);
        return Map.copyOf(client);
    }

    Optional<Path> configFile() {
        return Optional.ofNullable(config);
    }

    /** That everybody on this machine may read the file with the settings, if that is so, and what to do. */
    public Optional<String> whyExposed() {
        return configFile().map(SecretFile::new).flatMap(SecretFile::whyExposed);
    }

    /** Without the settings, which may be secret. */
    @Override
    public String toString() {
        return address;
    }
}
