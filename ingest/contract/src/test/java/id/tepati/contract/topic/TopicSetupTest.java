package id.tepati.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@KafkaBroker
final class TopicSetupTest {
    private Admin admin;

    @BeforeEach
    void deleteOurTopics(TestBroker broker) throws Exception {
        admin = broker.admin();
        List<String> ours = ours();
        admin.deleteTopics(ours).all().get();
        await().untilAsserted(() -> assertThat(ours()).isEmpty());
    }

    private List<String> ours() throws Exception {
        Set<String> names = admin.listTopics().names().get();
        return Topics.all(1).stream()
                .map(TopicSpec::name)
                .filter(names::contains)
                .toList();
    }

    @Test
    void createsWhatIsMissingOnce() throws Exception {
        assertThat(TopicSetup.ensure(admin, 3, (short) 1)).hasSize(13).contains(Topics.TALLIES);
        assertThat(TopicSetup.ensure(admin, 3, (short) 1)).isEmpty();

        var topics = admin.describeTopics(List.of(Topics.CASES, Topics.CATALOG))
                .allTopicNames()
                .get();
        assertThat(topics.get(Topics.CASES).partitions()).hasSize(3);
        assertThat(topics.get(Topics.CATALOG).partitions()).hasSize(1);
    }

    @Test
    void createsOnlyWhatIsMissing() throws Exception {
        create(Topics.CATALOG, 1, Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime"));

        assertThat(TopicSetup.ensure(admin, 2, (short) 1)).hasSize(12).doesNotContain(Topics.CATALOG);
    }

    @Test
    void createsThoseOfAccessBeforeAnybodySaysIntoHowManyPartsTheOthersAreSplit() {
        assertThat(TopicSetup.ensure(admin, Topics.ofAccess(), (short) 1))
                .containsExactlyInAnyOrder(Topics.ACCESS, Topics.CHANGES);
        assertThat(TopicSetup.ensure(admin, 5, (short) 1)).hasSize(11);
    }

    @Test
    void refusesAnotherNumberOfPartitions() {
        TopicSetup.ensure(admin, 3, (short) 1);

        assertThatExceptionOfType(TopicSetupException.class)
                .isThrownBy(() -> TopicSetup.ensure(admin, 6, (short) 1))
                .withMessageContaining("tepati.queue.v1 has 3 partitions instead of 6");
    }

    @ParameterizedTest
    @CsvSource({
        "tepati.cases.v1,cleanup.policy,delete,compact",
        "tepati.applications.v1,cleanup.policy,compact,delete",
        "tepati.applications.v1,retention.ms,604800000,-1",
        "tepati.complaints.v1,retention.bytes,1000000,-1",
        "tepati.sources.v1,message.timestamp.type,CreateTime,LogAppendTime"
    })
    void refusesAnotherSetting(String topic, String setting, String found, String wanted) throws Exception {
        TopicSpec spec = Topics.all(2).stream()
                .filter(one -> one.name().equals(topic))
                .findFirst()
                .orElseThrow();
        Map<String, String> settings = new HashMap<>(spec.settings());
        settings.put(setting, found);
        create(topic, 2, settings);

        assertThatExceptionOfType(TopicSetupException.class)
                .isThrownBy(() -> TopicSetup.ensure(admin, 2, (short) 1))
                .withMessageContaining(topic + " has " + setting + "=" + found + " instead of " + wanted);
    }

    @Test
    void saysWhyATopicCannotBeCreated() {
        assertThatExceptionOfType(TopicSetupException.class)
                .isThrownBy(() -> TopicSetup.ensure(admin, 1, (short) 9))
                .withMessageContaining("could not be created")
                .withMessageContaining("replication");
    }

    private void create(String name, int partitions, Map<String, String> settings) throws Exception {
        admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
                .all()
                .get();
    }
}
