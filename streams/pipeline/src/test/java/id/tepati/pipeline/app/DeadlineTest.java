package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.output.Progress;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.state.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens though no event comes. */
final class DeadlineTest {
    private static final Instant NINE = Bench.BEGIN;
    private static final Duration MICRO = Duration.ofNanos(1000);
    private static final String TODAY = "2026-11-21";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anOpenCaseTurnsLateWhenItsDueHasPassed() {
        bench.application(at(0), Case.izin("I-1").accepted("e1", at(0)));

        bench.asOf(at(120));
        assertThat(bench.outcome("I-1", "completion")).as("at its due").isEqualTo("open, open");

        bench.asOf(at(120).plus(MICRO));
        assertThat(bench.outcome("I-1", "completion")).isEqualTo("late, open");
        assertThat(bench.clock("I-1", "completion").verdictAt()).isEqualTo(at(120));
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(List.of(1L, 0L, 0L, 1L, 1L, 0L));
    }

    @Test
    void nothingTurnsLateWhileTheTaskHasNotComeSoFar() {
        bench.application(at(0), Case.izin("I-1").accepted("e1", at(0)));

        bench.asOf(at(60)).turn().turn();

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("open, open");
    }

    @Test
    void eachClockTurnsLateAtItsOwnDue() {
        bench.complaint(at(0), Case.aduan("A-1").received("e1", at(0)));

        bench.asOf(at(90));
        assertThat(bench.outcome("A-1", "verification")).isEqualTo("late, open");
        assertThat(bench.outcome("A-1", "first-response")).isEqualTo("open, open");

        bench.asOf(at(150));
        assertThat(bench.outcome("A-1", "first-response")).isEqualTo("late, open");
        assertThat(bench.outcome("A-1", "resolution")).isEqualTo("open, open");

        bench.asOf(at(240));
        assertThat(bench.outcome("A-1", "resolution")).isEqualTo("late, open");
        assertThat(bench.stored(Section.Of.TIMERS))
                .as("only five-minute tallies wait to leave")
                .isEqualTo(6);
    }

    @Test
    void aCompletionTakesTheTimerOut() {
        bench.application(at(0), Case.izin("I-1").accepted("e1", at(0)));
        assertThat(bench.stored(Section.Of.TIMERS)).isEqualTo(2);

        bench.application(at(120), Case.izin("I-1").decided("e2", at(120))).asOf(at(600));

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("on-time");
        assertThat(bench.stored(Section.Of.TIMERS))
                .as("five minutes of the start, of the end")
                .isEqualTo(2);
    }

    @Test
    void aCaseLateAndThenClosedIsNoLongerLateAndOpen() {
        bench.application(at(0), Case.izin("I-1").accepted("e1", at(0))).asOf(at(130));
        bench.application(at(140), Case.izin("I-1").decided("e2", at(140)));

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("late");
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(List.of(1L, 0L, 0L, 1L, 0L, 0L));
    }

    @Test
    void fiveMinuteTalliesLeaveAfterTwoDaysAndDaysStay() {
        bench.application(at(3), Case.izin("I-1").accepted("e1", at(3)))
                .application(at(63), Case.izin("I-1").decided("e2", at(63)));
        String start = "2026-11-21T02:00:00Z";
        String stop = "2026-11-21T03:00:00Z";

        bench.asOf(at(0).plus(Duration.ofDays(2)).minus(MICRO));
        assertThat(bench.counts("izin", "completion", start)).isNotEmpty();

        bench.asOf(at(0).plus(Duration.ofDays(2)));
        assertThat(bench.counts("izin", "completion", start)).isEmpty();
        assertThat(bench.counts("izin", "completion", stop)).isNotEmpty();

        bench.asOf(at(60).plus(Duration.ofDays(2)));
        assertThat(bench.counts("izin", "completion", stop)).isEmpty();
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(List.of(1L, 0L, 1L, 0L, 0L, 0L));
        assertThat(bench.stored(Section.Of.TALLIES)).isEqualTo(1);
        assertThat(bench.stored(Section.Of.TIMERS)).isZero();
    }

    @Test
    void aVoidAfterTheFiveMinutesHaveLeftTakesTheDayBackOnly() {
        bench.application(at(0), Case.izin("I-1").accepted("e1", at(0))).asOf(at(0).plus(Duration.ofDays(3)));
        Instant later = at(0).plus(Duration.ofDays(3));

        bench.application(later, Case.izin("I-1").voided("e2", later, "e1"));

        assertThat(bench.tallies()).isEmpty();
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void whatIsLearnedAfterTwoDaysCountsOnTheDayOnly() {
        Instant later = at(0).plus(Duration.ofDays(10));
        bench.application(later, Case.izin("I-1").accepted("e1", at(0)))
                .application(later, Case.izin("I-1").decided("e2", at(60)));

        assertThat(bench.tallies()).containsOnlyKeys("dinas-melati|izin|completion|2026-11-21");
    }

    @Test
    void reportsHowFarItHasComeAndTheOffsetsProcessed() {
        bench.application(at(0), Case.izin("I-1").accepted("e1", at(0)))
                .application(at(0), Case.izin("I-1").accepted("e1", at(0)))
                .complaint(at(0), Case.aduan("A-1").received("e1", at(0)))
                .asOf(at(1));

        assertThat(bench.progress())
                .isEqualTo(new Progress(0, at(1), Map.of(Topics.APPLICATIONS, 2L, Topics.COMPLAINTS, 1L)));
    }

    @Test
    void reportsSoonWhileSomethingHappensElseNowAndThen() {
        bench.asOf(at(0));
        assertThat(bench.written(Topics.PROGRESS)).hasSize(1);
        bench.asOf(at(0).plusSeconds(4));
        assertThat(bench.written(Topics.PROGRESS)).hasSize(1);
        bench.asOf(at(0).plusSeconds(5));
        assertThat(bench.written(Topics.PROGRESS)).hasSize(2);

        Instant learned = at(0).plusMillis(5_050);
        bench.application(learned, Case.izin("I-1").accepted("e1", learned));
        bench.asOf(at(0).plusMillis(5_099));
        assertThat(bench.written(Topics.PROGRESS)).hasSize(2);
        bench.asOf(at(0).plusMillis(5_100));
        assertThat(bench.written(Topics.PROGRESS)).hasSize(3);
    }

    @Test
    void reportsSourcesEveryTwoSecondsWhileTheirRecordsWaitToBeJudged() {
        Instant newest = at(0).plusSeconds(10);
        bench.application(newest, Case.izin("I-1").accepted("e1", at(0)));
        bench.asOf(at(0));
        assertThat(bench.written(Topics.SOURCES)).hasSize(1);

        bench.application(newest, Case.izin("I-2").accepted("e2", at(0)));
        bench.asOf(at(0).plusMillis(1_999));
        assertThat(bench.written(Topics.PROGRESS)).hasSize(2);
        assertThat(bench.written(Topics.SOURCES)).hasSize(1);
        bench.asOf(at(0).plusMillis(2_199));
        assertThat(bench.written(Topics.SOURCES)).hasSize(2);

        bench.application(newest, Case.izin("I-3").accepted("e3", at(0)));
        bench.asOf(newest.minusMillis(1));
        assertThat(bench.written(Topics.SOURCES)).hasSize(3);
    }

    @Test
    void reportsSourcesAtOnceWhenAllIsJudged() {
        Instant learned = at(0).plusMillis(200);
        bench.asOf(at(0));
        bench.application(learned, Case.izin("I-1").accepted("e1", at(0)));
        bench.asOf(learned);
        assertThat(bench.written(Topics.SOURCES)).isEmpty();
        bench.asOf(learned.plusMillis(100));
        assertThat(bench.written(Topics.SOURCES)).hasSize(1);
    }

    @Test
    void asksHowFarTheInputsReachOnlyWhileItMatters() {
        bench.asOf(at(0));
        int idle = bench.mark().refreshes();
        bench.asOf(at(1)).asOf(at(2));
        assertThat(bench.mark().refreshes()).isEqualTo(idle);

        bench.application(at(3), Case.izin("I-1").accepted("e1", at(3)));
        bench.asOf(at(3));

        assertThat(bench.mark().refreshes()).isGreaterThan(idle);
    }

    private static Instant at(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
