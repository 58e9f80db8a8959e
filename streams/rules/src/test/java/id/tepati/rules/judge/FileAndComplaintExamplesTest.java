package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.clock.ClockKind;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of files and complaints worked out by hand; dates as in {@link CompletionExamplesTest}. */
class FileAndComplaintExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # one working day by policy: due at 24:00 of Tuesday
            submitted 11-16 09:00; accepted 11-17 15:00 | ON_TIME 11-17 15:00
            submitted 11-16 09:00; accepted 11-18 00:00 | LATE 11-18 00:00
            # over the weekend: due at 24:00 of Monday
            submitted 11-20 20:00; accepted 11-23 23:00 | ON_TIME 11-23 23:00
            # each hand-in is a check of its own: Tue, Thu and Fri 24:00
            submitted 11-16 09:00; returned 11-17 09:00; resubmitted 11-18 09:00; returned 11-20 00:00; resubmitted 11-19 10:00; accepted 11-20 09:00 | ON_TIME 11-17 09:00, LATE 11-20 00:00
            submitted 11-16 09:00; returned 11-16 10:00; resubmitted 11-17 09:00; returned 11-17 10:00; resubmitted 11-19 09:00; accepted 11-20 09:00 | ON_TIME 11-16 10:00, ON_TIME 11-17 10:00, ON_TIME 11-20 09:00
            # decided without a check stops it, withdrawing cancels it
            submitted 11-16 09:00; decided 11-17 09:00 | ON_TIME 11-17 09:00
            submitted 11-16 09:00; withdrawn 11-17 09:00 | CANCELLED 11-17 09:00
            # once accepted, a later return is a pause of completion and no new check
            submitted 11-16 09:00; accepted 11-16 10:00; returned 11-17 09:00; resubmitted 11-18 09:00 | ON_TIME 11-16 10:00
            # handed in twice, without a return: still the first check
            submitted 11-16 09:00; resubmitted 11-16 12:00; accepted 11-17 09:00 | ON_TIME 11-17 09:00
            # nothing starts after the end
            submitted 11-16 09:00; decided 11-16 10:00; resubmitted 11-17 09:00 | ON_TIME 11-16 10:00
            # accepted without ever being submitted: nothing was checked
            accepted 11-16 09:00; decided 11-17 09:00 | ''
            """)
    void everyHandInIsCheckedWithinOneWorkingDay(String events, String expected) {
        Scene scene = Scene.ofJakarta().events(events);

        assertThat(told(scene, ClockKind.FILE_CHECK)).isEqualTo(expected);
    }

    @Test
    void onACalendarThatNeverClosesAFileIsCheckedWithinOneCalendarDay() {
        Scene scene = Scene.ofJakarta().alwaysOpen().events("submitted 11-20 20:00");

        assertThat(scene.due(scene.verdict(ClockKind.FILE_CHECK, "11-20 21:00")))
                .isEqualTo("11-22 00:00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # 3 working days: 17, 18, 19
            verification   | complaint.received 11-16 09:00; complaint.verified 11-19 20:00 | ON_TIME 11-19 20:00
            verification   | complaint.received 11-16 09:00; complaint.forwarded 11-17 20:00; complaint.verified 11-18 09:00 | ON_TIME 11-17 20:00
            verification   | complaint.received 11-16 09:00; complaint.closed 11-17 20:00 outcome=rejected | ON_TIME 11-17 20:00
            verification   | complaint.received 11-16 09:00; complaint.closed 11-17 20:00 outcome=duplicate | CANCELLED 11-17 20:00
            first-response | complaint.received 11-16 09:00; complaint.responded 11-18 09:00 final=false; complaint.responded 11-20 09:00 final=true | ON_TIME 11-18 09:00
            first-response | complaint.received 11-16 09:00; complaint.closed 11-20 09:00 outcome=withdrawn | LATE 11-20 00:00
            # an answer that is not final stops nothing here
            resolution     | complaint.received 11-16 09:00; complaint.responded 11-18 09:00 final=false | LATE 11-20 00:00
            resolution     | complaint.received 11-16 09:00; complaint.responded 11-18 09:00 final=true; complaint.closed 11-30 09:00 outcome=resolved | ON_TIME 11-18 09:00
            resolution     | complaint.received 11-16 09:00; complaint.closed 11-18 09:00 outcome=outside-authority | ON_TIME 11-18 09:00
            resolution     | complaint.received 11-16 09:00; complaint.closed 11-18 09:00 outcome=withdrawn | CANCELLED 11-18 09:00
            # 17 counts; 18 and 19 the complainant was asked; 20 and 23 count
            resolution     | complaint.received 11-16 09:00; complaint.awaiting-complainant 11-18 09:00; complaint.replied 11-19 09:00; complaint.closed 11-23 23:00 outcome=resolved | ON_TIME 11-23 23:00
            resolution     | complaint.received 11-16 09:00; complaint.awaiting-complainant 11-18 09:00; complaint.replied 11-19 09:00; complaint.closed 11-24 00:00 outcome=resolved | LATE 11-24 00:00
            # reopened after a final answer: 17 counted, 18 to 20 closed, 23 and 24 count
            resolution     | complaint.received 11-16 09:00; complaint.responded 11-18 09:00 final=true; complaint.reopened 11-20 09:00; complaint.responded 11-24 09:00 final=true | ON_TIME 11-24 09:00
            # a reopening takes the verdict of today back
            resolution     | complaint.received 11-16 09:00; complaint.closed 11-18 09:00 outcome=resolved; complaint.reopened 12-30 09:00 | OPEN -
            # nothing but resolution is reopened
            first-response | complaint.received 11-16 09:00; complaint.closed 11-18 09:00 outcome=resolved; complaint.reopened 11-20 09:00; complaint.responded 11-23 09:00 final=false | ON_TIME 11-18 09:00
            """)
    void complaintsAreJudgedAsWorkedOutByHand(String clock, String events, String expected) {
        ClockKind kind = ClockKind.ofId(clock).orElseThrow();

        assertThat(told(Scene.promising(kind, "3wd").events(events), kind)).isEqualTo(expected);
    }

    @Test
    void withoutAnyStandardCompletionAndResolutionLackAPromiseAndTheRestIsNotNamed() {
        Scene scene = Scene.ofJakarta().events("accepted 11-16 09:00; complaint.received 11-16 09:00");

        assertThat(told(scene, ClockKind.COMPLETION)).isEqualTo("NO_PROMISE -");
        assertThat(told(scene, ClockKind.RESOLUTION)).isEqualTo("NO_PROMISE -");
        assertThat(told(scene, ClockKind.VERIFICATION)).isEqualTo("UNNAMED -");
        assertThat(told(scene, ClockKind.FIRST_RESPONSE)).isEqualTo("UNNAMED -");
    }

    @Test
    void whatAFileWasPromisedDoesNotBindAComplaintOfTheSameCase() {
        Scene scene = Scene.promising(ClockKind.RESOLUTION, "stated")
                .events("submitted 11-16 09:00 promisedAt=2026-11-18; complaint.received 11-17 09:00");

        assertThat(told(scene, ClockKind.RESOLUTION)).isEqualTo("NO_PROMISE -");
    }

    private static String told(Scene scene, ClockKind clock) {
        return scene.verdicts(clock, "12-31 00:00").stream()
                .map(verdict -> verdict.outcome() + " " + scene.local(verdict.at()))
                .collect(Collectors.joining(", "));
    }
}
