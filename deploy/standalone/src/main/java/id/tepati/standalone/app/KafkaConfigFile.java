package id.tepati.standalone.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * A file of properties with what every client of a cluster needs to reach it and to be let in. How Tepati reads and writes is
 * no part of it: exactness rests on that.
 */
final class KafkaConfigFile {
    private static final List<String> REACHING = List.of(
            "security.",
            "sasl.",
            "ssl.",
            "config.providers",
            "client.dns.lookup",
            "connections.max.idle.ms",
            "metadata.",
            "reconnect.",
            "socket.");

    private KafkaConfigFile() {}

    /**
     * What a file sets.
     *
     * @throws StartException where it cannot be read, or sets something else; no value of it is told
     */
    static Map<String, String> read(Path file) {
        Map<String, String> settings = load(file);
        refuse(file, settings, name -> !isKnown(name), "which Kafka's clients do not know: check how it is written.");
        refuse(file, settings, name -> !isForReaching(name), "which Tepati sets itself: take it out.");
        try {
            new AdminClientConfig(withAddress(settings));
        } catch (ConfigException e) {
            throw new StartException(
                    "Kafka's clients do not take a value in " + file + ": see Kafka's documentation of "
                            + String.join(", ", settings.keySet()) + ".",
                    null);
        }
        return settings;
    }

    private static Map<String, Object> withAddress(Map<String, String> settings) {
        Map<String, Object> whole = new TreeMap<>(settings);
        whole.put("bootstrap.servers", "localhost:9092");
        return whole;
    }

    private static Map<String, String> load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    "--kafka-config names " + file + ", which cannot be read as properties: check its name, its rights"
                            + " and its lines, which are NAME=VALUE.",
                    null);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static void refuse(Path file, Map<String, String> settings, Predicate<String> refused, String why) {
        TreeSet<String> names = new TreeSet<>(settings.keySet());
        names.removeIf(refused.negate());
        if (!names.isEmpty()) {
            throw new StartException(file + " sets " + String.join(", ", names) + ", " + why, null);
        }
    }

    private static boolean isKnown(String name) {
        return name.startsWith("config.providers.")
                || AdminClientConfig.configNames().contains(name)
                || ProducerConfig.configNames().contains(name)
                || ConsumerConfig.configNames().contains(name)
                || StreamsConfig.configDef().names().contains(name);
    }

    private static boolean isForReaching(String name) {
        return REACHING.stream().anyMatch(name::startsWith);
    }
}
