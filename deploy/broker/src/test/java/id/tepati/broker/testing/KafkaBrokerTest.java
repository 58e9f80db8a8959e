package id.tepati.broker.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tepati.broker.testing.BrokerChoice.Kind;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@KafkaBroker
final class KafkaBrokerTest {
    private static TestBroker shared;

    @BeforeAll
    static void takeBroker(TestBroker broker) {
        shared = broker;
    }

    @Test
    void handsTheSameBrokerToAll(TestBroker broker) {
        assertThat(broker).isSameAs(shared);
    }

    @Test
    void createsTopicsOfTheirOwnForEachTest(TestBroker broker) throws Exception {
        String first = broker.createTopic("events", 3, Map.of("segment.bytes", "16777216"));
        String second = broker.createTopic("events", 1);

        var topics = broker.admin()
                .describeTopics(List.of(first, second))
                .allTopicNames()
                .get();
        assertThat(first).isNotEqualTo(second);
        assertThat(topics.get(first).partitions()).hasSize(3);
        assertThat(topics.get(second).partitions()).hasSize(1);
    }

    @Test
    void behavesLikeTheEmbeddedBrokerWhateverItIs(TestBroker broker) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, broker.createTopic("events", 1));

        var settings =
                broker.admin().describeConfigs(List.of(topic)).all().get().get(topic);

        assertThat(settings.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
        assertThat(settings.get("segment.bytes").value()).isEqualTo("33554432");
    }

    @Test
    void choosesTheContainerWhereDockerAnswers() {
        assertThat(BrokerChoice.of("auto", () -> true).kind()).isEqualTo(Kind.CONTAINER);
        assertThat(BrokerChoice.of("auto", () -> false).kind()).isEqualTo(Kind.EMBEDDED);
        assertThat(BrokerChoice.of("container", () -> false).kind()).isEqualTo(Kind.CONTAINER);
        assertThat(BrokerChoice.of("embedded", () -> true).kind()).isEqualTo(Kind.EMBEDDED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerChoice.of("docker", () -> true))
                .withMessageContaining("auto, container or embedded");
    }

    @Test
    void givesTheContainerTheBehaviourOfTheEmbeddedBroker() {
        assertThat(ContainerBroker.describe().getEnvMap())
                .containsEntry("KAFKA_LOG_MESSAGE_TIMESTAMP_TYPE", "LogAppendTime")
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .containsEntry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    }
}
