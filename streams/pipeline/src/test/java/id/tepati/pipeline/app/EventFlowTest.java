package id.tepati.pipeline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.EventRow;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.state.Section;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of good events: 2026-11-21 09:00 in the city is the beginning. */
final class EventFlowTest {
    private static final Instant NINE = Bench.BEGIN;
    private static final String TODAY = "2026-11-21";

    private final Bench bench = new Bench();
    private final Case izin = Case.izin("I-1");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCaseKeptInTimeCounts() {
        bench.application(at(0), izin.submitted("e1", at(0)))
                .application(at(10), izin.accepted("e2", at(10)))
                .application(at(70), izin.decided("e3", at(70)));

        assertThat(bench.outcome("I-1", "file-check")).isEqualTo("on-time");
        assertThat(bench.outcome("I-1", "completion")).isEqualTo("on-time");
        assertThat(bench.counts("izin", "file-check", TODAY)).isEqualTo(counts(1, 0, 1, 0, 0, 0));
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 1, 0, 0, 0));
        assertThat(bench.counts("izin", "completion", "2026-11-21T02:10:00Z")).isEqualTo(counts(1, 0, 0, 0, 0, 0));
        assertThat(bench.counts("izin", "completion", "2026-11-21T03:10:00Z")).isEqualTo(counts(0, 0, 1, 0, 0, 0));
        assertThat(bench.deadLetters()).isEmpty();
    }

    /** The second record is the same event, for what nobody reads is no part of it. */
    @Test
    void fieldsThatNobodyReadsAreCountedInTheirSource() {
        String event = new String(izin.accepted("e1", at(0)), UTF_8);
        bench.application(
                        at(0),
                        event.replace("\"case\":", "\"promisdAt\":\"2026-11-28\",\"warna\":1,\"case\":")
                                .getBytes(UTF_8))
                .application(
                        at(1),
                        event.replace("\"case\":", "\"warna\":2,\"case\":").getBytes(UTF_8))
                .application(at(2), event.getBytes(UTF_8))
                .asOf(at(3));

        assertThat(bench.source().unknownFields()).isEqualTo(3);
        assertThat(bench.source().counted()).isEqualTo(1);
        assertThat(bench.source().duplicate()).isEqualTo(2);
    }

    @Test
    void applicationAndComplaintOfOneCaseAreClocksOfOneCase() {
        bench.application(at(0), izin.accepted("e1", at(0)))
                .complaint(at(1), new Case(City.DINAS, City.ADUAN, "I-1").received("e2", at(1)));

        assertThat(bench.caseRow("I-1").clocks())
                .extracting(clock -> clock.service() + "/" + clock.clock())
                .containsExactly("izin/completion", "aduan/verification", "aduan/first-response", "aduan/resolution");
    }

    @Test
    void aRepeatedEventChangesNothing() {
        bench.application(at(0), izin.accepted("e1", at(0)));
        int cases = bench.written(Topics.CASES).size();
        int tallies = bench.written(Topics.TALLIES).size();

        bench.application(at(30), izin.accepted("e1", at(0))).asOf(at(31));

        assertThat(bench.written(Topics.CASES)).hasSize(cases);
        assertThat(bench.written(Topics.TALLIES)).hasSize(tallies);
        assertThat(bench.source().counted()).isEqualTo(1);
        assertThat(bench.source().duplicate()).isEqualTo(1);
        assertThat(bench.source().received()).isEqualTo(2);
    }

    @Test
    void ofTwoContentsWithOneIdTheSameOneCountsWhicheverCameFirst() {
        byte[] early = izin.decided("e2", at(60));
        byte[] late = izin.decided("e2", at(180));
        bench.application(at(0), izin.accepted("e1", at(0)))
                .application(at(180), early)
                .application(at(180), late);

        try (Bench other = new Bench()) {
            other.application(at(0), izin.accepted("e1", at(0)))
                    .application(at(180), late)
                    .application(at(180), early);

            assertThat(other.caseRow("I-1")).isEqualTo(bench.caseRow("I-1"));
            assertThat(other.kept(Topics.TALLIES)).isEqualTo(bench.kept(Topics.TALLIES));
            // one kept the earlier record and refused the later one, the other took the later one's place
            assertThat(List.of(where(bench), where(other)))
                    .containsExactlyInAnyOrder("tepati.applications.v1/0/2", "tepati.applications.v1/0/1");
        }
    }

    private static String where(Bench bench) {
        List<DeadLetter> letters = bench.deadLetters();
        assertThat(letters).extracting(DeadLetter::code).containsExactly("id-conflict");
        return letters.get(0).where();
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItCorrects() {
        bench.application(at(0), izin.accepted("e1", at(0))).application(at(150), izin.decided("e2", at(150)));
        assertThat(bench.outcome("I-1", "completion")).isEqualTo("late");
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 0, 1, 0, 0));

        bench.application(at(160), izin.decided("e2", at(120), "1")).asOf(at(161));

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("on-time");
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 1, 0, 0, 0));
        assertThat(bench.deadLetters()).extracting(DeadLetter::where).containsExactly("tepati.applications.v1/0/1");
        assertThat(bench.source().counted()).isEqualTo(2);
        assertThat(bench.source().dead()).isEqualTo(1);
        assertThat(bench.source().received()).isEqualTo(3);
    }

    @Test
    void aCorrectionThatComesFirstStands() {
        bench.application(at(0), izin.accepted("e1", at(0)))
                .application(at(160), izin.decided("e2", at(120), "1"))
                .application(at(161), izin.decided("e2", at(150)))
                .asOf(at(162));

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("on-time");
        assertThat(bench.deadLetters()).extracting(DeadLetter::where).containsExactly("tepati.applications.v1/0/2");
        assertThat(bench.source().counted()).isEqualTo(2);
        assertThat(bench.source().dead()).isEqualTo(1);
    }

    @Test
    void aRepetitionWithALargerSequenceSettlesLaterConflicts() {
        bench.application(at(0), izin.accepted("e1", at(0)))
                .application(at(150), izin.decided("e2", at(110)))
                .application(at(151), izin.decided("e2", at(110), "7"))
                .application(at(152), izin.decided("e2", at(150), "3"))
                .asOf(at(153));

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("on-time");
        assertThat(bench.deadLetters()).extracting(DeadLetter::where).containsExactly("tepati.applications.v1/0/3");
        assertThat(bench.source().counted()).isEqualTo(2);
        assertThat(bench.source().duplicate()).isEqualTo(1);
        assertThat(bench.source().dead()).isEqualTo(1);
    }

    @Test
    void aVoidedEventIsAsIfNeverSent() {
        bench.application(at(0), izin.accepted("e1", at(0)))
                .application(at(60), izin.decided("e2", at(60)))
                .application(at(61), izin.voided("e3", at(61), "e2"));

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("open, open");
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 0, 0, 0, 0));
    }

    @Test
    void aVoidMayComeFirst() {
        bench.application(at(0), izin.accepted("e1", at(0)))
                .application(at(61), izin.voided("e3", at(61), "e2"))
                .application(at(62), izin.decided("e2", at(60)));

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("open, open");
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 0, 0, 0, 0));
    }

    @Test
    void aCaseWhoseOnlyEventIsVoidedCountsNowhere() {
        bench.application(at(0), izin.accepted("e1", at(0))).application(at(1), izin.voided("e2", at(1), "e1"));

        assertThat(bench.tallies()).isEmpty();
        assertThat(bench.stored(Section.Of.TALLIES)).isZero();
    }

    @Test
    void withoutItsOpeningACaseIsIncompleteAndCountsNowhere() {
        bench.application(at(60), izin.decided("e2", at(60)));

        assertThat(bench.caseRow("I-1").incomplete()).isTrue();
        assertThat(bench.tallies()).isEmpty();

        bench.application(at(61), izin.accepted("e1", at(0)));

        assertThat(bench.caseRow("I-1").incomplete()).isFalse();
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void ofTooManyEventsTheFirstCountWhateverCameFirst() {
        bench.application(at(0), izin.submitted("e0", at(0)));
        for (int i = 1; i < 500; i++) {
            bench.application(at(1000), resubmitted(i));
        }
        bench.application(at(1001), resubmitted(600));
        assertThat(bench.deadLetters())
                .extracting(DeadLetter::code, DeadLetter::where)
                .containsExactly(tuple("case-too-long", "tepati.applications.v1/0/500"));

        bench.application(at(1002), izin.accepted("accepted", at(1))).asOf(at(1003));

        assertThat(bench.deadLetters())
                .extracting(DeadLetter::code, DeadLetter::where)
                .containsExactly(
                        tuple("case-too-long", "tepati.applications.v1/0/500"),
                        tuple("case-too-long", "tepati.applications.v1/0/499"));
        CaseRow row = bench.caseRow("I-1");
        assertThat(row.events()).hasSize(500).extracting(EventRow::type).contains("application.accepted");
        assertThat(bench.source().counted()).isEqualTo(500);
        assertThat(bench.source().dead()).isEqualTo(2);
        assertThat(bench.source().received()).isEqualTo(502);
    }

    private byte[] resubmitted(int number) {
        return izin.event(EventType.APPLICATION_RESUBMITTED, "e" + number, at(1).plusSeconds(number), Map.of());
    }

    @Test
    void aHeartbeatIsSeenAndIsNoCase() {
        bench.application(at(0), izin.heartbeat("h1", at(0))).asOf(at(1));

        assertThat(bench.kept(Topics.CASES)).isEmpty();
        assertThat(bench.stored(Section.Of.CASES)).isZero();
        assertThat(bench.source().lastSeen()).isEqualTo(at(0));
        assertThat(bench.source().lastEvent()).isNull();
        assertThat(bench.source().received()).isEqualTo(1);
        assertThat(bench.source().counted()).isZero();
        assertThat(bench.source().dead()).isZero();
    }

    @Test
    void whatIsImportedSaysNothingOfWhetherItsSourceIsAliveNow() {
        bench.imported("past", at(60), izin.heartbeat("h1", at(0)))
                .imported("past", at(61), izin.accepted("e1", at(10)))
                .asOf(at(62));
        assertThat(bench.source().lastSeen()).isEqualTo(at(10));

        bench.application(at(70), izin.heartbeat("h2", at(70))).asOf(at(71));
        assertThat(bench.source().lastSeen()).isEqualTo(at(70));
    }

    /** Its repetition came too, and so did what was refused: whoever counts to the total counts these. */
    @Test
    void everyRecordOfAnImportCountsTowardsItsTotal() {
        ImportBatch past = new ImportBatch("past", 4L);
        bench.application(at(59), izin.accepted("e0", at(9)))
                .imported(past, at(60), izin.accepted("e1", at(10)))
                .imported(past, at(61), izin.accepted("e1", at(10)))
                .imported(past, at(62), izin.decided("e1", at(20)))
                .asOf(at(63));
        assertThat(bench.deadLetters()).hasSize(1);
        assertThat(bench.source().loaded()).isEqualTo(new SourceRow.Loaded("past", 3, 4L, at(62)));

        bench.application(at(64), izin.decided("e2", at(30))).asOf(at(65));
        assertThat(bench.source().loaded()).isEqualTo(new SourceRow.Loaded("past", 3, 4L, at(62)));

        bench.imported("another", at(66), izin.decided("e3", at(31))).asOf(at(67));
        assertThat(bench.source().loaded()).isEqualTo(new SourceRow.Loaded("another", 1, null, at(66)));
    }

    /** Its cases are seen from the first commit on, and what they are part of is not to be told later. */
    @Test
    void thatAnImportBeginsIsToldWithItsFirstRecord() {
        ImportBatch past = new ImportBatch("past", 3L);
        bench.imported(past, at(60), izin.accepted("e1", at(10)));
        assertThat(bench.source().loaded()).isEqualTo(new SourceRow.Loaded("past", 1, 3L, at(60)));
        assertThat(bench.written(Topics.SOURCES)).hasSize(1);

        bench.imported(past, at(61), izin.decided("e2", at(20)));
        assertThat(bench.written(Topics.SOURCES))
                .as("the others are counted now and then")
                .hasSize(1);
    }

    @Test
    void anEventALittleAheadTakesEffectAtItsStamp() {
        bench.application(at(0), izin.accepted("e1", at(10)));
        assertThat(bench.caseRow("I-1").clocks()).isEmpty();
        assertThat(bench.tallies()).isEmpty();

        bench.asOf(at(10).minusNanos(1000));
        assertThat(bench.caseRow("I-1").clocks()).isEmpty();

        bench.asOf(at(10));
        assertThat(bench.outcome("I-1", "completion")).isEqualTo("open, open");
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 0, 0, 0, 0));
        assertThat(bench.source().aheadMillis())
                .isEqualTo(Duration.ofMinutes(10).toMillis());
    }

    @Test
    void anEventLearnedMuchLaterIsJudgedByItsOwnTime() {
        bench.asOf(at(600));
        bench.application(at(601), izin.accepted("e1", at(0)));
        assertThat(bench.outcome("I-1", "completion")).isEqualTo("late, open");
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 0, 1, 1, 0));

        bench.application(at(602), izin.decided("e2", at(120)));

        assertThat(bench.outcome("I-1", "completion")).isEqualTo("on-time");
        assertThat(bench.counts("izin", "completion", TODAY)).isEqualTo(counts(1, 0, 1, 0, 0, 0));
    }

    private static Instant at(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private static List<Long> counts(long opened, long noPromise, long onTime, long late, long lateOpen, long gone) {
        return List.of(opened, noPromise, onTime, late, lateOpen, gone);
    }
}
