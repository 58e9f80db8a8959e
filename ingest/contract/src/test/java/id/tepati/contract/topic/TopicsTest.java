package id.tepati.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TopicsTest {
    @Test
    void splitsAllButTheCatalogueAndAccessAlike() {
        Set<String> whole = Set.of(Topics.CATALOG, Topics.ACCESS, Topics.CHANGES);
        assertThat(Topics.all(6))
                .filteredOn(spec -> !whole.contains(spec.name()))
                .hasSize(10)
                .allMatch(spec -> spec.partitions() == 6);
        assertThat(Topics.all(6))
                .extracting(TopicSpec::name)
                .doesNotHaveDuplicates()
                .hasSize(13);
        assertThat(Topics.all(6))
                .filteredOn(spec -> whole.contains(spec.name()))
                .hasSize(3)
                .allMatch(spec -> spec.partitions() == 1);
    }

    @Test
    void keepsForEverWhatIsJudgedAndWhatWasChanged() {
        assertThat(Topics.all(2))
                .filteredOn(TopicsTest::isForEver)
                .hasSize(5)
                .allSatisfy(spec -> assertThat(spec.settings())
                        .isEqualTo(Map.of(
                                "cleanup.policy", "delete",
                                "retention.ms", "-1",
                                "retention.bytes", "-1",
                                "message.timestamp.type", "LogAppendTime")));
        assertThat(Topics.all(2))
                .filteredOn(spec -> !isForEver(spec))
                .allSatisfy(spec -> assertThat(spec.settings())
                        .isEqualTo(Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime")));
    }

    private static boolean isForEver(TopicSpec spec) {
        return Topics.judged().contains(spec.name()) || spec.name().equals(Topics.CHANGES);
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATION_SUBMITTED,tepati.applications.v1",
        "TICKET_ISSUED,tepati.queue.v1",
        "COMPLAINT_CLOSED,tepati.complaints.v1",
        "EVENT_VOIDED,tepati.applications.v1",
        "SOURCE_HEARTBEAT,tepati.applications.v1"
    })
    void routesByFamily(EventType type, String topic) {
        assertThat(Topics.of(type)).isEqualTo(topic);
    }

    @Test
    void putsUnitsWhereTheJavaProducerPutsThem() {
        for (String unit : List.of("kel-melati", "dinas-pu", "rsud", "a", "boston.public-works-department")) {
            byte[] key = unit.getBytes(StandardCharsets.UTF_8);
            assertThat(Partitioning.of(unit, 6)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 6));
        }
        // murmur2 of Kafka's own test vectors (UtilsTest): "21" -> -973932308
        assertThat(Partitioning.of("21", 6)).isEqualTo((-973932308 & 0x7fffffff) % 6);
    }
}
