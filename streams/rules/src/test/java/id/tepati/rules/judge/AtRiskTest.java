package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.clock.ClockKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The office is open on weekdays from 08:00 to 16:00; 16 November 2026 is a Monday. */
class AtRiskTest {
    @ParameterizedTest(name = "{0}: {1}, as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # 8 of 10 hours
            10h     | accepted 11-16 09:00 | 11-16 10:00 | 11-16 17:00
            # 7 hours on Monday and 1 on Tuesday
            10oh    | accepted 11-16 09:00 | 11-16 10:00 | 11-17 09:00
            # 1 hour before the return and 7 after the resubmission
            10oh    | accepted 11-16 09:00; returned 11-16 10:00; resubmitted 11-17 09:00 | 11-17 10:00 | 11-17 16:00
            # 17 and 18 count: from the opening of the last day
            2wd     | accepted 11-16 09:00 | 11-16 10:00 | 11-18 08:00
            # 21 and 22 count; on a Sunday nothing opens
            2cd     | accepted 11-20 09:00 | 11-20 10:00 | 11-22 00:00
            # 8 of the 10 hours up to the receipt's instant; of a day its opening
            stated  | accepted 11-16 09:00 promisedAt=2026-11-16T19:00 | 11-16 10:00 | 11-16 17:00
            stated  | accepted 11-16 09:00 promisedAt=2026-11-18 | 11-16 10:00 | 11-18 08:00
            # stated for what is past: late at once
            stated  | accepted 11-16 09:00 promisedAt=2026-11-13 | 11-16 10:00 | -
            # nothing is at risk that is late, done, stands still or has no number
            10m     | accepted 11-16 09:00 | 11-16 10:00 | -
            10h     | accepted 11-16 09:00; decided 11-16 09:20 | 11-16 10:00 | -
            10h     | accepted 11-16 09:00; returned 11-16 09:20 | 11-16 10:00 | -
            unknown | accepted 11-16 09:00 | 11-16 10:00 | -
            """)
    void isFromFourFifthsOfThePromiseOrFromTheOpeningOfItsLastDay(
            String within, String events, String asOf, String from) {
        Scene scene = Scene.promising(ClockKind.COMPLETION, within).events(events);

        Verdict verdict = scene.verdict(ClockKind.COMPLETION, asOf);

        assertThat(scene.local(Figures.atRiskFrom(verdict).orElse(null))).isEqualTo(from);
    }
}
