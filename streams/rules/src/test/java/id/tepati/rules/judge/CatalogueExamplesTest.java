package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.ServiceId;
import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.clock.ClockKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was in force and known: standards and calendars that change while a case runs. */
class CatalogueExamplesTest {
    private static final ClockKind COMPLETION = ClockKind.COMPLETION;

    @ParameterizedTest(name = "{0} days from {1}, known {2}: {3} as of {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # 3 working days from Monday 16: due at 24:00 of Thursday 19. In force from the day of the start on
            5wd | 11-16 | ''          | accepted 11-16 09:00 | 11-17 09:00 | OPEN    | 11-24 00:00 | -           | -
            # in force a day later: the file keeps what it was submitted under
            5wd | 11-17 | ''          | accepted 11-16 09:00 | 11-17 09:00 | OPEN    | 11-20 00:00 | -           | -
            # published while it runs: nothing before, then the longer promise
            5wd | ''    | 11-18 09:00 | accepted 11-16 09:00 | 11-18 08:59 | OPEN    | 11-20 00:00 | -           | -
            5wd | ''    | 11-18 09:00 | accepted 11-16 09:00 | 11-18 09:00 | OPEN    | 11-24 00:00 | -           | -
            # published after the due: late stays late
            5wd | ''    | 11-20 09:00 | accepted 11-16 09:00 | 11-30 09:00 | LATE    | 11-20 00:00 | 11-20 00:00 | 11-19
            # published at the very first instant that would be late
            5wd | ''    | 11-20 00:00 | accepted 11-16 09:00 | 11-20 09:00 | OPEN    | 11-24 00:00 | -           | -
            # a shorter one moves the due behind itself: late when published, on that day
            1wd | ''    | 11-19 09:00 | accepted 11-16 09:00 | 11-19 09:00 | LATE    | 11-18 00:00 | 11-19 09:00 | 11-19
            1wd | ''    | 11-19 00:00 | accepted 11-16 09:00 | 11-19 09:00 | LATE    | 11-18 00:00 | 11-19 00:00 | 11-19
            # a stop before the publication is judged without it
            1wd | ''    | 11-19 09:00 | accepted 11-16 09:00; decided 11-19 08:59 | 11-30 09:00 | ON_TIME | 11-20 00:00 | 11-19 08:59 | 11-19
            # one at its very instant is judged by it
            1wd | ''    | 11-19 09:00 | accepted 11-16 09:00; decided 11-19 09:00 | 11-30 09:00 | LATE    | 11-18 00:00 | 11-19 09:00 | 11-19
            # published while the case was closed: late at the reopening
            1wd | ''    | 11-18 12:00 | accepted 11-16 09:00; decided 11-18 09:00; reopened 11-19 09:00 | 11-30 09:00 | LATE | 11-18 00:00 | 11-19 09:00 | 11-19
            # published while the file was with the citizen, after 17 had counted: late all the same
            1wd | ''    | 11-18 12:00 | accepted 11-16 09:00; returned 11-18 09:00 | 11-30 09:00 | LATE | 11-18 00:00 | 11-18 12:00 | 11-18
            """)
    void aNewStandardCountsFromItsPublicationForWhatItGoverns(
            String within,
            String from,
            String known,
            String events,
            String asOf,
            Outcome outcome,
            String due,
            String at,
            String day) {
        Scene scene = Scene.promising(COMPLETION, "3wd")
                .standard(2, from, known, COMPLETION, within)
                .events(events);

        Verdict verdict = scene.verdict(COMPLETION, asOf);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(scene.due(verdict)).isEqualTo(due);
        assertThat(scene.local(verdict.at())).isEqualTo(at);
        assertThat(Scene.day(verdict.verdictDay())).isEqualTo(day);
    }

    @Test
    void theMostSpecificStandardWinsAsAWhole() {
        StandardScope[] scopes = {
            new StandardScope(null, null, null),
            new StandardScope(null, null, Scene.SERVICE),
            new StandardScope(null, "kelurahan", null),
            new StandardScope(Scene.UNIT, null, null),
            new StandardScope(null, "kelurahan", Scene.SERVICE),
            new StandardScope(Scene.UNIT, null, Scene.SERVICE),
        };
        Scene scene = Scene.ofJakarta().events("accepted 11-16 09:00");
        scene.standard(new StandardScope(null, "opd", Scene.SERVICE), 9, "", "", promise(COMPLETION, 9));
        scene.standard(new StandardScope(Scene.UNIT, null, new ServiceId("other")), 9, "", "", promise(COMPLETION, 9));
        for (int i = 0; i < scopes.length; i++) {
            scene.standard(scopes[i], 1, "", "", promise(COMPLETION, i + 1));

            assertThat(scene.verdict(COMPLETION, "11-16 09:00")
                            .terms()
                            .standard()
                            .content()
                            .scope())
                    .isEqualTo(scopes[i]);
        }
        // one that is silent about completion still wins, so that nothing is named
        scene.standard(scopes[5], 2, "11-01", "", promise(ClockKind.FILE_CHECK, 1));
        assertThat(scene.verdict(COMPLETION, "11-16 09:00").outcome()).isEqualTo(Outcome.UNNAMED);
    }

    private static Promise promise(ClockKind clock, int days) {
        return new Promise(clock, Scene.within(days + "wd"), null);
    }

    @ParameterizedTest(name = "closed on {0}, known {1}, as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # a closure on Wednesday 18, announced on Tuesday, moves the due by a day; announced too late it does not
            11-18 | 11-17 10:00 | 11-17 09:59 | OPEN | 11-20 00:00 | -
            11-18 | 11-17 10:00 | 11-17 10:00 | OPEN | 11-21 00:00 | -
            11-18 | 11-20 10:00 | 11-30 10:00 | LATE | 11-20 00:00 | 11-20 00:00
            """)
    void anAmendedCalendarMovesADueThatHasNotPassed(
            String closed, String known, String asOf, Outcome outcome, String due, String at) {
        Scene scene = Scene.promising(COMPLETION, "3wd")
                .calendar(1, "", "11-25")
                .calendar(2, known, "11-25", closed)
                .events("accepted 11-16 09:00");

        Verdict verdict = scene.verdict(COMPLETION, asOf);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(scene.due(verdict)).isEqualTo(due);
        assertThat(scene.local(verdict.at())).isEqualTo(at);
    }

    /** Official to Wednesday 18, a forecast to Friday 20, nothing beyond; the rest is known on 1 December. */
    private static Scene horizon(String within, String events) {
        return Scene.promising(COMPLETION, within)
                .calendar(1, "", LocalDate.parse("2026-11-18"), LocalDate.parse("2026-11-20"))
                .calendar(2, "12-01 00:00", "11-23")
                .events(events);
    }

    @ParameterizedTest(name = "{0}: {1} as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2wd | accepted 11-16 09:00                      | 11-16 10:00 | OPEN    | 11-19 00:00    | -           | -
            # 17 to 20 are four, the fifth is not known; the calendar of December closes Monday 23: it is Tuesday 24
            5wd | accepted 11-16 09:00                      | 11-30 00:00 | OPEN    | BeyondCalendar | -           | -
            5wd | accepted 11-16 09:00                      | 12-01 00:00 | LATE    | 11-25 00:00    | 12-01 00:00 | 12-01
            # a stop inside the known days is on time
            5wd | accepted 11-16 09:00; decided 11-20 09:00 | 11-30 00:00 | ON_TIME | BeyondCalendar | 11-20 09:00 | 11-20
            # a later one waits, and counts on its own day if it was in time, else when that is known
            5wd | accepted 11-16 09:00; decided 11-24 09:00 | 11-30 00:00 | AWAITING_CALENDAR | BeyondCalendar | - | -
            5wd | accepted 11-16 09:00; decided 11-24 09:00 | 12-01 00:00 | ON_TIME | 11-25 00:00    | 11-24 09:00 | 11-24
            5wd | accepted 11-16 09:00; decided 11-26 09:00 | 12-01 00:00 | LATE    | 11-25 00:00    | 12-01 00:00 | 12-01
            # reopened while it waits: 17 to 20 counted, 24 to 27 were closed, Monday 30 counts; known when it is over
            5wd | accepted 11-16 09:00; decided 11-24 09:00; reopened 11-27 09:00 | 12-01 00:00 | LATE | 12-01 00:00 | 12-01 00:00 | 12-01
            # office time: 32 hours of 17 to 20 after 7 of Monday, then unknown
            40oh | accepted 11-16 09:00; decided 11-21 09:00 | 11-30 00:00 | AWAITING_CALENDAR | BeyondCalendar | - | -
            40oh | accepted 11-16 09:00; decided 11-24 09:00 | 12-01 00:00 | ON_TIME | 11-24 09:00 | 11-24 09:00 | 11-24
            """)
    void beyondTheKnownDaysAVerdictWaits(
            String within, String events, String asOf, Outcome outcome, String due, String at, String day) {
        Scene scene = horizon(within, events);

        Verdict verdict = scene.verdict(COMPLETION, asOf);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(scene.due(verdict)).isEqualTo(due);
        assertThat(scene.local(verdict.at())).isEqualTo(at);
        assertThat(Scene.day(verdict.verdictDay())).isEqualTo(day);
    }

    @Test
    void noShareIsCountedWhileTheCalendarIsAwaited() {
        Verdict verdict =
                horizon("5wd", "accepted 11-16 09:00; decided 11-24 09:00").verdict(COMPLETION, "11-30 00:00");

        assertThat(Figures.duration(verdict).orElseThrow()).hasDays(8);
        assertThat(Figures.usedShare(verdict)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2wd  | accepted 11-16 09:00 | OFFICIAL
            3wd  | accepted 11-16 09:00 | PROVISIONAL
            # 7 + 8 + 8 hours to Wednesday, and one of the forecast
            23oh | accepted 11-16 09:00 | OFFICIAL
            24oh | accepted 11-16 09:00 | PROVISIONAL
            # the forecast day lies before a pause
            9oh  | accepted 11-19 09:00; returned 11-20 09:00; resubmitted 11-20 09:30 | PROVISIONAL
            8oh  | accepted 11-19 09:00; returned 11-20 09:00; resubmitted 11-20 09:30 | PROVISIONAL
            """)
    void aDueThatRestsOnAForecastSaysSo(String within, String events, Certainty certainty) {
        Verdict verdict = horizon(within, events).verdict(COMPLETION, "11-20 09:30");

        assertThat(verdict.due())
                .isInstanceOfSatisfying(
                        Due.At.class, due -> assertThat(due.certainty()).isEqualTo(certainty));
    }

    @Test
    void aPauseDoesNotHideDaysThatAreNotKnown() {
        // nothing is known from the 19th to the 29th; 3 h of Monday to Wednesday were used before the pause
        Scene scene = Scene.promising(COMPLETION, "40oh")
                .calendar(1, "", LocalDate.parse("2026-11-18"), LocalDate.parse("2026-11-18"))
                .events("accepted 11-16 09:00; returned 11-23 09:00; resubmitted 11-24 09:00");

        assertThat(scene.verdict(COMPLETION, "11-24 10:00").due()).isInstanceOf(Due.BeyondCalendar.class);
    }
}
