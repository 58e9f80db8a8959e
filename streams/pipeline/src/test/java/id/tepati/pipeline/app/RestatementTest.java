package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.Restatement.Counts;
import id.tepati.contract.output.Restatement.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What changes of a day that has settled. The city never closes, so Saturday 21 November 2026 settles on Sunday at
 * 12:00 in Jakarta, which is 05:00Z. An izin is to be decided within two hours.
 */
final class RestatementTest {
    private static final Instant NINE = Bench.BEGIN;
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate SUNDAY = SATURDAY.plusDays(1);
    private static final Instant SETTLED = Instant.parse("2026-11-22T05:00:00Z");
    private static final Case IZIN = Case.izin("I-1");

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aLateEventBeforeNoonOnlyChangesTheFigure() {
        lateSinceSaturday(IZIN);

        bench.application(SETTLED.minusMillis(1), IZIN.decided("e2", at(70)));

        assertThat(bench.counts("izin", "completion", "2026-11-21")).isEqualTo(List.of(1L, 0L, 1L, 0L, 0L, 0L));
        assertThat(bench.restatements()).isEmpty();
    }

    @Test
    void aLateEventFromNoonOnIsARestatement() {
        lateSinceSaturday(IZIN);

        bench.application(SETTLED, IZIN.decided("e2", at(70)));

        assertThat(bench.restatements())
                .containsExactly(new Restatement(
                        1,
                        City.DINAS,
                        SATURDAY,
                        "late-event",
                        SUNDAY,
                        SETTLED,
                        SETTLED,
                        1,
                        List.of(completion(new Counts(1, 0, 0, 1, 0, 0), new Counts(1, 0, 1, 0, 0, 0)))));
    }

    @Test
    void changesOfOneDayCauseAndDayOfLearningAreGathered() {
        lateSinceSaturday(IZIN);
        lateSinceSaturday(Case.izin("I-2"));
        lateSinceSaturday(Case.izin("I-3"));
        Instant monday = Instant.parse("2026-11-22T17:00:00Z");

        bench.application(SETTLED, IZIN.decided("e2", at(70)))
                .application(SETTLED.plusSeconds(9), Case.izin("I-2").decided("e2", at(71)))
                .application(SETTLED.plusSeconds(20), Case.izin("I-2").accepted("e0", at(-60 * 10)))
                .application(monday, Case.izin("I-3").decided("e2", at(72)));

        assertThat(bench.restatements())
                .extracting(
                        Restatement::day,
                        Restatement::learnedDay,
                        Restatement::first,
                        Restatement::last,
                        Restatement::cases)
                .containsExactly(
                        // the earlier start is of Friday, and its due passed on Saturday
                        tuple(FRIDAY, SUNDAY, SETTLED.plusSeconds(20), SETTLED.plusSeconds(20), 1L),
                        tuple(SATURDAY, SUNDAY, SETTLED, SETTLED.plusSeconds(20), 2L),
                        tuple(SATURDAY, SUNDAY.plusDays(1), monday, monday, 1L));
        // three late, then two of them on time, then one of those late again
        assertThat(bench.restatements().get(1).lines())
                .containsExactly(completion(new Counts(3, 0, 0, 3, 0, 0), new Counts(2, 0, 1, 2, 0, 0)));
    }

    @Test
    void anotherContentOfAnEventIsACorrection() {
        bench.application(at(0), IZIN.accepted("e1", at(0)))
                .application(at(60), IZIN.decided("e2", at(60)))
                .application(SETTLED, IZIN.decided("e2", at(180), "2"));

        assertThat(bench.restatements()).extracting(Restatement::cause).containsExactly("correction");
        assertThat(onlyLine()).isEqualTo(completion(new Counts(1, 0, 1, 0, 0, 0), new Counts(1, 0, 0, 1, 0, 0)));
    }

    @Test
    void aVoidTakesBackWhatCountedNoMore() {
        lateSinceSaturday(IZIN);

        bench.application(SETTLED, IZIN.voided("v1", SETTLED, "e1"));

        assertThat(bench.restatements()).extracting(Restatement::cause).containsExactly("void");
        assertThat(onlyLine()).isEqualTo(completion(new Counts(1, 0, 0, 1, 0, 0), Counts.ZERO));
    }

    @Test
    void anEventThatHasToLeaveACaseIsTooLong() {
        bench.application(at(0), IZIN.accepted("e1", at(0)));
        for (int i = 0; i < 498; i++) {
            bench.application(at(1), IZIN.accepted("again-" + i, at(0).plusSeconds(1 + i / 100)));
        }
        bench.application(at(70), IZIN.decided("e2", at(70))).application(SETTLED, IZIN.accepted("one-more", at(1)));

        assertThat(bench.restatements()).extracting(Restatement::cause).containsExactly("too-long");
        assertThat(onlyLine().before().onTime()).isEqualTo(1);
        assertThat(onlyLine().after().onTime()).isZero();
    }

    @Test
    void whatAnImportFilledFirstItMayComplete() {
        bench.imported("kk.1", at(9000), IZIN.accepted("e1", at(0)))
                .asOf(at(9001))
                .imported("kk.1", at(9002), IZIN.decided("e2", at(70)));

        assertThat(bench.counts("izin", "completion", "2026-11-21")).isEqualTo(List.of(1L, 0L, 1L, 0L, 0L, 0L));
        assertThat(bench.restatements()).isEmpty();
    }

    @Test
    void anotherImportRestatesWhatTheFirstFilled() {
        bench.imported("kk.1", at(9000), IZIN.accepted("e1", at(0)))
                .imported("kk.2", at(9001), Case.izin("I-2").accepted("e2", at(5)));

        assertThat(onlyLine().before()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0));
        assertThat(onlyLine().after()).isEqualTo(new Counts(2, 0, 0, 0, 0, 0));
    }

    @Test
    void anImportRestatesWhatWasFilledAsItHappened() {
        bench.application(at(0), IZIN.accepted("e1", at(0)))
                .imported("kk.1", at(9000), Case.izin("I-2").accepted("e2", at(5)));

        assertThat(onlyLine().after().opened()).isEqualTo(2);
    }

    @Test
    void anImportCompletesADayThatItsOwnDueFilled() {
        Instant friday = at(-60 * 10);
        // promised for Saturday 01:30 in Jakarta, a day of which nothing else is known
        bench.imported("kk.1", at(9000), IZIN.accepted("e1", friday.plus(Duration.ofMinutes(30))))
                .asOf(at(9001))
                .imported("kk.1", at(9002), IZIN.decided("e2", friday.plus(Duration.ofMinutes(40))));

        assertThat(bench.counts("izin", "completion", "2026-11-21")).isEmpty();
        assertThat(bench.restatements()).isEmpty();
    }

    @Test
    void whatWasPublishedLaterRestatesDaysThatWereOver() {
        Instant monday = Instant.parse("2026-11-23T02:00:00Z");
        HeldCatalogue catalogue = new HeldCatalogue(City.ofDinasSilentUntil(null));
        try (Bench silent = new Bench(catalogue)) {
            silent.application(at(0), IZIN.accepted("e1", at(0))).asOf(monday.minusSeconds(3));
            catalogue.publish(City.ofDinasSilentUntil(monday), 2);
            silent.asOf(monday.plusSeconds(1));

            assertThat(silent.restatements())
                    .containsExactly(new Restatement(
                            1,
                            City.DINAS,
                            SATURDAY,
                            "catalogue",
                            LocalDate.of(2026, 11, 23),
                            monday,
                            monday,
                            1,
                            List.of(completion(new Counts(1, 1, 0, 0, 0, 0), new Counts(1, 0, 0, 0, 0, 0)))));
        }
    }

    @Test
    void whatTimeBringsIsNoRestatementHoweverLateItIsNoticed() {
        bench.application(at(0), IZIN.accepted("e1", at(0)))
                .application(at(0), Case.izin("I-2").accepted("e2", at(0)))
                .application(at(9000), Case.izin("I-2").decided("e3", at(9000)))
                .asOf(at(9001));

        assertThat(bench.counts("izin", "completion", "2026-11-21")).isEqualTo(List.of(2L, 0L, 0L, 2L, 1L, 0L));
        assertThat(bench.restatements()).isEmpty();
    }

    /** Accepted at nine on Saturday and still open two hours later. */
    private void lateSinceSaturday(Case izin) {
        bench.application(at(0), izin.accepted("e1", at(0))).asOf(at(125));
    }

    private Line onlyLine() {
        assertThat(bench.restatements()).hasSize(1);
        assertThat(bench.restatements().get(0).lines()).hasSize(1);
        return bench.restatements().get(0).lines().get(0);
    }

    private static Line completion(Counts before, Counts after) {
        return new Line("izin", "completion", before, after);
    }

    private static Instant at(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
