package id.tepati.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.store.ChangeSet;
import id.tepati.dashboard.store.ModelStore;
import id.tepati.dashboard.store.ModelWriter;
import id.tepati.dashboard.store.Position;
import id.tepati.dashboard.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ResumptionTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-23T03:00:00Z");
    private static final TopicPartition FIRST = new TopicPartition("cases", 0);
    private static final TopicPartition SECOND = new TopicPartition("cases", 1);

    private final ModelStore store = ModelStore.open(TestDatabase.fresh(), Clock.fixed(WRITTEN, ZoneOffset.UTC));
    private final ModelWriter writer = store.writer().orElseThrow();

    @BeforeEach
    void readSome() {
        writer.commit(new ChangeSet(), List.of(new Position("cases", 0, "id-1", 40)), WRITTEN);
    }

    @AfterEach
    void close() {
        writer.close();
        store.close();
    }

    @Test
    void goesOnBehindWhatWasReadAndBeginsWithWhatWasNot() {
        Resumption resumption = resume(Map.of(FIRST, 40L, SECOND, 3L), "id-1", WRITTEN.plusSeconds(60));

        assertThat(resumption.reason()).isEmpty();
        assertThat(resumption.from()).containsExactly(Map.entry(FIRST, 40L));
    }

    @Test
    void beginsAnewWhereTheTopicIsAnotherOfTheSameName() {
        assertThat(resume(Map.of(FIRST, 90L), "id-2", WRITTEN).reason()).hasValue("the topic cases is another one");
    }

    @Test
    void beginsAnewWhereTheTopicEndsBeforeWhatWasRead() {
        assertThat(resume(Map.of(FIRST, 39L), "id-1", WRITTEN).reason())
                .hasValue("the topic cases ends before what was read of it");
    }

    /** Kafka may have forgotten after a day that something was taken away. */
    @Test
    void beginsAnewWhereItStoodStillForLong() {
        assertThat(resume(Map.of(FIRST, 90L), "id-1", WRITTEN.plusSeconds(20 * 3600))
                        .reason())
                .isEmpty();
        assertThat(resume(Map.of(FIRST, 90L), "id-1", WRITTEN.plusSeconds(20 * 3600 + 1))
                        .reason())
                .hasValue("it was not written to for 20 hours");
    }

    @Test
    void hasNoReasonToBeginWhereNothingWasRead() {
        writer.empty();

        Resumption resumption = resume(Map.of(FIRST, 90L), "id-2", WRITTEN);

        assertThat(resumption.from()).isEmpty();
        assertThat(resumption.reason()).isEmpty();
    }

    private Resumption resume(Map<TopicPartition, Long> ends, String topicId, Instant now) {
        return Resumption.of(writer, ends, Map.of("cases", topicId), now);
    }
}
