package id.tepati.pipeline.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.pipeline.deadline.ProgressMark.EndOffsets;
import id.tepati.pipeline.state.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProgressMarkTest {
    private static final Instant T0 = Instant.parse("2026-11-21T03:00:00Z");
    private static final TopicPartition ONE = new TopicPartition("one", 4);
    private static final TopicPartition TWO = new TopicPartition("two", 4);

    private Instant now = T0;
    private final ProgressMark mark = new ProgressMark(List.of("one", "two"), () -> now);

    @BeforeEach
    void beginsWithTwoEmptyInputs() {
        mark.begin(4);
    }

    @Test
    void nothingIsKnownBeforeTheConsumerStandsAnywhere() {
        looked(10, 0, 0);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).isEqualTo(Instant.MIN);
        mark.positioned(ONE, 0);
        assertThat(mark.asOf(4)).as("the other input is unknown still").isEqualTo(Instant.MIN);
    }

    @Test
    void emptyInputsHaveReachedTheLook() {
        stands(0, 0);
        looked(10, 0, 0);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(10));
    }

    @Test
    void withoutALookSilenceMeansNothing() {
        stands(0, 0);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).isEqualTo(Instant.MIN);
    }

    /** Another process may have told of a later look in between. */
    @Test
    void aLookFromBeforeThePartitionWasTakenOverDoesNotCount() {
        looked(10, 0, 0);
        now = T0.plusSeconds(14);
        mark.begin(4);
        stands(0, 0);
        assertThat(mark.asOf(4)).isEqualTo(Instant.MIN);

        looked(15, 0, 0);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(15));
    }

    @Test
    void aPartitionNotReadToItsEndHasReachedItsLastProcessedRecord() {
        stands(0, 0);
        looked(1, 0, 0);
        polled(ONE, 2, 3);
        processed(ONE, 0, 4);
        looked(10, 5, 0);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).as("two records polled, one processed").isEqualTo(T0.plusSeconds(4));

        processed(ONE, 1, 5);
        assertThat(mark.asOf(4)).as("three more on the broker").isEqualTo(T0.plusSeconds(5));
    }

    @Test
    void handedOutIsNotProcessed() {
        stands(0, 0);
        polled(ONE, 3, 3);
        looked(10, 3, 0);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).isEqualTo(Instant.MIN);
        processed(ONE, 0, 1);
        processed(ONE, 1, 2);
        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(2));
        processed(ONE, 2, 3);
        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(10));
    }

    @Test
    void whatOpenTransactionsHoldBackIsWaitedFor() {
        stands(0, 0);
        // the end counts uncommitted records, the consumer may not pass them
        looked(10, 7, 0);
        now = T0.plusSeconds(20);
        assertThat(mark.asOf(4)).isEqualTo(Instant.MIN);

        // committed: seven records of which the last is the marker, which is never handed out
        mark.polled(ONE, 5);
        mark.positioned(ONE, 7);
        processed(ONE, 5, 9);
        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(10));
    }

    @Test
    void theSlowerInputDecides() {
        stands(0, 0);
        polled(TWO, 1, 1);
        processed(TWO, 0, 3);
        looked(10, 0, 50);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(3));
        assertThat(mark.newestRecord(4)).isEqualTo(T0.plusSeconds(3));
    }

    @Test
    void anOlderLookHoldsWhereTheNewestDoesNot() {
        stands(0, 0);
        polled(ONE, 1, 1);
        processed(ONE, 0, 2);
        looked(10, 1, 0);
        looked(11, 2, 0);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(10));
    }

    @Test
    void aRecordNewerThanTheLookCountsAsFarAsItself() {
        stands(0, 0);
        looked(2, 0, 0);
        polled(ONE, 1, 1);
        processed(ONE, 0, 8);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).as("the other input has reached the look only").isEqualTo(T0.plusSeconds(2));
        polled(TWO, 1, 1);
        processed(TWO, 0, 9);
        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(8));
    }

    @Test
    void neverPassesTheWallClock() {
        stands(0, 0);
        looked(10, 0, 0);
        now = T0.plusSeconds(5);

        assertThat(mark.asOf(4)).as("the clock was set back").isEqualTo(T0.plusSeconds(5));
    }

    @Test
    void standsStillOnceTheClockIsNotTrusted() {
        stands(0, 0);
        looked(10, 0, 0);
        mark.distrustClock();
        now = T0.plusSeconds(36_000);
        looked(36_000, 0, 0);
        polled(ONE, 0, 1);
        processed(ONE, 0, 35_000);

        assertThat(mark.isClockDistrusted()).isTrue();
        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(10));
    }

    @Test
    void aTaskThatTakesOverKnowsNothing() {
        stands(0, 0);
        polled(ONE, 1, 1);
        processed(ONE, 0, 3);
        looked(10, 1, 0);
        now = T0.plusSeconds(20);
        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(10));

        mark.begin(4);

        assertThat(mark.asOf(4)).isEqualTo(Instant.MIN);
        assertThat(mark.newestRecord(4)).isEqualTo(Instant.MIN);
        assertThat(mark.nextOffset("one", 4)).isEqualTo(-1);
    }

    @Test
    void whoeverLostAPartitionToAnotherThreadIsNotListenedTo() throws InterruptedException {
        Thread taker = new Thread(() -> {
            mark.begin(4);
            stands(0, 0);
            polled(ONE, 5, 5);
            processed(ONE, 0, 3);
        });
        taker.start();
        taker.join();
        looked(10, 5, 0);
        now = T0.plusSeconds(20);

        processed(ONE, 9, 8);
        stands(9, 9);

        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(3));
        assertThat(mark.nextOffset("one", 4)).isEqualTo(1);
    }

    @Test
    void partitionsAreApart() {
        stands(0, 0);
        looked(10, 0, 0);
        now = T0.plusSeconds(20);

        assertThat(mark.asOf(4)).isEqualTo(T0.plusSeconds(10));
        assertThat(mark.asOf(5)).isEqualTo(Instant.MIN);
    }

    @Test
    void tellsTheNextOffset() {
        assertThat(mark.nextOffset("one", 4)).as("not known").isEqualTo(-1);
        mark.positioned(ONE, 5);
        assertThat(mark.nextOffset("one", 4))
                .as("what was done before a restart")
                .isEqualTo(5);

        polled(ONE, 8, 9);
        assertThat(mark.nextOffset("one", 4)).as("handed out and not processed").isEqualTo(-1);
        processed(ONE, 6, 1);
        assertThat(mark.nextOffset("one", 4)).isEqualTo(7);
        processed(ONE, 7, 1);
        assertThat(mark.nextOffset("one", 4))
                .as("past the marker of a transaction")
                .isEqualTo(9);
    }

    @Test
    void asksForOneLookHoweverOftenItIsTold() {
        mark.refresh();
        mark.refresh();
        mark.refresh();

        assertThat(mark.requests().availablePermits()).isEqualTo(1);
    }

    @Test
    void manyLooksAreForgotten() {
        stands(0, 0);
        looked(1, 0, 0);
        for (int i = 0; i < 20; i++) {
            looked(2 + i, 100, 0);
        }
        now = T0.plusSeconds(60);

        assertThat(mark.asOf(4)).isEqualTo(Instant.MIN);
    }

    private void stands(long one, long two) {
        mark.positioned(ONE, one);
        mark.positioned(TWO, two);
    }

    private void looked(int second, long one, long two) {
        mark.looked(new EndOffsets(T0.plusSeconds(second), Map.of(ONE, one, TWO, two)));
    }

    /** The consumer was handed records up to before the end, and stands there. */
    private void polled(TopicPartition partition, long end, long position) {
        mark.polled(partition, end - 1);
        mark.positioned(partition, position);
    }

    private void processed(TopicPartition partition, long offset, int second) {
        mark.processed(new Origin(
                partition.topic(),
                partition.partition(),
                offset,
                T0.plusSeconds(second).toEpochMilli()));
    }
}
