package id.tepati.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgressFenceTest {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final ProgressFence<String> marks = new ProgressFence<>(2);
    private final Map<String, Long> positions = new HashMap<>(Map.of("cases-0", 0L));

    @Test
    void believesAMarkOnlyWhenAllIsReadThatWasThere() {
        marks.hear(0, TEN);
        marks.hear(1, TEN);
        marks.fence(Map.of("cases-0", 5L));

        positions.put("cases-0", 4L);
        assertThat(settle()).isFalse();
        assertThat(marks.asOf()).isEmpty();

        positions.put("cases-0", 5L);
        assertThat(settle()).isTrue();
        assertThat(marks.asOf()).contains(TEN);
    }

    @Test
    void isUnknownUntilEveryPartitionHasReported() {
        believe(0, TEN);
        assertThat(marks.asOf()).isEmpty();

        believe(1, NINE);
        assertThat(marks.asOf()).as("the one furthest behind").contains(NINE);
    }

    @Test
    void aMarkHeardAfterTheEndsWereAskedWaitsForNewEnds() {
        believe(1, NINE);
        marks.hear(0, NINE);
        marks.fence(Map.of("cases-0", 0L));
        marks.hear(0, TEN);
        marks.hear(1, TEN);

        assertThat(marks.wantsEnds()).as("one question at a time").isFalse();
        settle();
        assertThat(marks.asOf()).contains(NINE);

        assertThat(marks.wantsEnds()).isTrue();
        marks.fence(Map.of("cases-0", 0L));
        settle();
        assertThat(marks.asOf()).contains(TEN);
        assertThat(marks.wantsEnds()).as("nothing new").isFalse();
    }

    private void believe(int partition, Instant asOf) {
        marks.hear(partition, asOf);
        marks.fence(Map.of("cases-0", 0L));
        settle();
    }

    private boolean settle() {
        return marks.settle(end -> positions.get(end.getKey()) >= end.getValue());
    }
}
