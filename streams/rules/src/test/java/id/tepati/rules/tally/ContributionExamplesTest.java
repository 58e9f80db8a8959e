package id.tepati.rules.tally;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.judge.Scene;
import id.tepati.rules.statistics.Distribution;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a case counts, worked out by hand: Jakarta is UTC+7; a due is 90 minutes after acceptance or 3 working days. */
class ContributionExamplesTest {

    /** Counts are written opened/noPromise/onTime/late/lateOpen/cancelled, then seconds and share where there are any. */
    @ParameterizedTest(name = "{0}: {1} as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # opened and judged on different days and in different five minutes
            3wd | accepted 11-16 09:02; decided 11-18 15:09 | 12-31 00:00 | 2026-11-16=1/0/0/0/0/0 2026-11-18=0/0/1/0/0/0+194820s+6666 2026-11-16T02:00:00Z=1/0/0/0/0/0 2026-11-18T08:05:00Z=0/0/1/0/0/0+194820s+6666
            # late at 24:00 counts on the day that ends and in its last five minutes; still open
            3wd | accepted 11-16 09:02 | 11-20 00:00 | 2026-11-16=1/0/0/0/0/0 2026-11-19=0/0/0/1/1/0 2026-11-16T02:00:00Z=1/0/0/0/0/0 2026-11-19T16:55:00Z=0/0/0/1/1/0
            # a due of 10:30 is broken right after it, in the five minutes that end there; stopped later that day
            90m | accepted 11-16 09:00; decided 11-16 12:00 | 12-31 00:00 | 2026-11-16=1/0/0/1/0/0+10800s+20000 2026-11-16T02:00:00Z=1/0/0/0/0/0 2026-11-16T03:25:00Z=0/0/0/1/0/0 2026-11-16T05:00:00Z=0/0/0/0/0/0+10800s+20000
            # cancelled is neither; late and then withdrawn is late only
            90m | accepted 11-16 09:00; withdrawn 11-16 10:00 | 12-31 00:00 | 2026-11-16=1/0/0/0/0/1 2026-11-16T02:00:00Z=1/0/0/0/0/0 2026-11-16T03:00:00Z=0/0/0/0/0/1
            90m | accepted 11-16 09:00; withdrawn 11-16 11:00 | 12-31 00:00 | 2026-11-16=1/0/0/1/0/0 2026-11-16T02:00:00Z=1/0/0/0/0/0 2026-11-16T03:25:00Z=0/0/0/1/0/0
            # no promise: opened, and how long it took
            unknown | accepted 11-16 09:00; decided 11-16 10:00 | 12-31 00:00 | 2026-11-16=1/1/0/0/0/0+3600s 2026-11-16T02:00:00Z=1/1/0/0/0/0 2026-11-16T03:00:00Z=0/0/0/0/0/0+3600s
            unknown | accepted 11-16 09:00; withdrawn 11-16 10:00 | 12-31 00:00 | 2026-11-16=1/1/0/0/0/0 2026-11-16T02:00:00Z=1/1/0/0/0/0
            # a reopening takes the stop back
            9wd | accepted 11-16 09:00; decided 11-16 10:00; reopened 11-17 10:00 | 11-17 11:00 | 2026-11-16=1/0/0/0/0/0 2026-11-16T02:00:00Z=1/0/0/0/0/0
            """)
    void eachThingCountsWhereItHappened(String within, String events, String asOf, String expected) {
        Contribution contribution = Contribution.of(
                Scene.promising(ClockKind.COMPLETION, within).events(events).asOf(asOf));

        assertThat(contribution.parts().entrySet().stream()
                        .map(ContributionExamplesTest::told)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static String told(Map.Entry<Slot, Tally> part) {
        Tally tally = part.getValue();
        return part.getKey().bucket().text() + "=" + tally.opened() + "/" + tally.noPromise() + "/" + tally.onTime()
                + "/" + tally.late() + "/" + tally.lateOpen() + "/" + tally.cancelled()
                + sum(tally.duration(), "s") + sum(tally.used(), "");
    }

    private static String sum(Distribution values, String unit) {
        return values.count() == 0 ? "" : "+" + values.sum() + unit;
    }
}
