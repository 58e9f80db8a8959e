package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.clock.ClockKind;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones whose clocks shift, and years that end. */
class ZoneExamplesTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # New York skips 02:00-03:00 on Sunday 8 March 2026: 24 hours of time end an hour later by the clock
            America/New_York | 24h | 2026-03-07 12:00 | 2026-03-08T17:00:00Z
            # Saturday 7 and Sunday 8 count: 24:00 of Sunday is 00:00 at -04:00
            America/New_York | 2cd | 2026-03-06 12:00 | 2026-03-09T04:00:00Z
            America/New_York | 1wd | 2026-03-06 12:00 | 2026-03-10T04:00:00Z
            # 4 h of Friday at -05:00, 1 h of Monday from 08:00 at -04:00
            America/New_York | 5oh | 2026-03-06 12:00 | 2026-03-09T13:00:00Z
            # and repeats 01:00-02:00 on Sunday 1 November
            America/New_York | 24h | 2026-10-31 12:00 | 2026-11-01T16:00:00Z
            America/New_York | 2cd | 2026-10-30 12:00 | 2026-11-02T05:00:00Z
            # Paris skips 02:00-03:00 on Sunday 29 March: Monday's 24:00 is at +02:00
            Europe/Paris     | 1wd | 2026-03-27 12:00 | 2026-03-30T22:00:00Z
            # Friday 1 January is no holiday in this calendar: Thu 31, Fri 1, Mon 4
            Asia/Jakarta     | 3wd | 2026-12-30 12:00 | 2027-01-04T17:00:00Z
            # the same moment is another day farther east: 16:30 UTC is Friday 01:30 there, so Mon 4
            Asia/Jayapura    | 1wd | 2027-01-01 01:30 | 2027-01-04T15:00:00Z
            """)
    void duesFollowTheLocalClock(String zone, String within, String start, Instant due) {
        Scene scene = new Scene(zone)
                .standard(1, "", "", ClockKind.COMPLETION, within)
                .events("accepted " + start);

        Verdict verdict = scene.verdict(ClockKind.COMPLETION, start);

        assertThat(verdict.due())
                .isInstanceOfSatisfying(
                        Due.At.class, at -> assertThat(at.instant()).isEqualTo(due));
    }
}
