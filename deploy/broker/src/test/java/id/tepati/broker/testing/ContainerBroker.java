package id.tepati.broker.testing;

import id.tepati.broker.EmbeddedBroker;
import java.util.Locale;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Describes a Kafka container that behaves like the embedded broker. */
final class ContainerBroker {
    static final String IMAGE_PROPERTY = "kafka.image";

    private ContainerBroker() {}

    static String image() {
        return System.getProperty(IMAGE_PROPERTY, "apache/kafka-native:4.3.1");
    }

    static KafkaContainer describe() {
        var container = new KafkaContainer(DockerImageName.parse(image()));
        EmbeddedBroker.behaviour().forEach((key, value) -> container.withEnv(variable(key), value));
        return container;
    }

    /** The images read {@code KAFKA_LOG_DIRS} as {@code log.dirs}. */
    private static String variable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
