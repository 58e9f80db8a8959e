package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.clock.ClockKind;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Completion worked out by hand. November 2026: Monday the 16th, weekends 21/22 and 28/29, a holiday on Wednesday the
 * 25th; open 08:00-16:00. A due of a day promise is 24:00, written as 00:00 of the next day.
 */
class CompletionExamplesTest {

    @ParameterizedTest(name = "{0}: {1} as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # Tue 17, Wed 18, Thu 19 count
            3wd | accepted 11-16 09:00                                     | 11-16 10:00 | OPEN    | 11-20 00:00 | -           | -
            # the time of day of the start makes no difference, nor does a start at 00:00
            3wd | accepted 11-16 00:00                                     | 11-16 10:00 | OPEN    | 11-20 00:00 | -           | -
            3wd | accepted 11-16 23:59:59.999999                           | 11-17 10:00 | OPEN    | 11-20 00:00 | -           | -
            # from Sunday: Mon 16, Tue 17, Wed 18
            3wd | accepted 11-15 20:00                                     | 11-16 10:00 | OPEN    | 11-19 00:00 | -           | -
            # from the holiday: Thu 26, Fri 27, Mon 30
            3wd | accepted 11-25 10:00                                     | 11-25 12:00 | OPEN    | 12-01 00:00 | -           | -
            # Tue 24, not the holiday, Thu 26, Fri 27
            3wd | accepted 11-23 10:00                                     | 11-23 12:00 | OPEN    | 11-28 00:00 | -           | -
            # the last instant of the due date, 24:00, and the same without a stop
            3wd | accepted 11-16 09:00; decided 11-19 23:59:59.999999      | 12-31 00:00 | ON_TIME | 11-20 00:00 | 11-19 23:59:59.999999 | 11-19
            3wd | accepted 11-16 09:00; decided 11-20 00:00                | 12-31 00:00 | LATE    | 11-20 00:00 | 11-20 00:00 | 11-19
            3wd | accepted 11-16 09:00                        | 11-19 23:59:59.999999 | OPEN    | 11-20 00:00 | -           | -
            3wd | accepted 11-16 09:00                                     | 11-20 00:00 | LATE    | 11-20 00:00 | 11-20 00:00 | 11-19
            # a stop on the weekend after a due on Friday is late, at Friday's 24:00
            4wd | accepted 11-16 09:00; decided 11-22 10:00                | 12-31 00:00 | LATE    | 11-21 00:00 | 11-21 00:00 | 11-20
            # Tue 17 and Wed 18 were paused: Thu 19, Fri 20, Mon 23
            3wd | accepted 11-16 09:00; returned 11-17 10:00; resubmitted 11-18 09:00 | 11-18 12:00 | OPEN | 11-24 00:00 | - | -
            # a pause over the weekend takes Friday and Monday: 17, 18, 19 were enough before it
            4wd | accepted 11-16 09:00; returned 11-20 10:00; resubmitted 11-23 09:00 | 11-23 12:00 | OPEN | 11-25 00:00 | - | -
            # returned on the last day: 17 and 18 counted, 19 does not, so 20
            3wd | accepted 11-16 09:00; returned 11-19 15:00; resubmitted 11-19 15:30 | 11-19 16:00 | OPEN | 11-21 00:00 | - | -
            # both at one instant change nothing
            3wd | accepted 11-16 09:00; returned 11-19 15:00; resubmitted 11-19 15:00 | 11-19 16:00 | OPEN | 11-20 00:00 | - | -
            # returned and never handed in again: no due, however long it takes
            3wd | accepted 11-16 09:00; returned 11-19 15:00               | 12-31 00:00 | OPEN    | Suspended   | -           | -
            # returned at 24:00 of the due date: it was late already
            3wd | accepted 11-16 09:00; returned 11-20 00:00               | 12-31 00:00 | LATE    | 11-20 00:00 | 11-20 00:00 | 11-19
            # accepted anew ends a pause like a resubmission: 17 counted, 18 and 19 were paused, 20 and 23 count
            3wd | accepted 11-16 09:00; returned 11-18 10:00; accepted 11-19 10:00    | 11-19 12:00 | OPEN | 11-24 00:00 | - | -
            # closed from 18 to 20, both days included: 17 counted before, 23 and 24 count after
            3wd | accepted 11-16 09:00; decided 11-18 10:00; reopened 11-20 09:00     | 11-20 12:00 | OPEN | 11-25 00:00 | - | -
            3wd | accepted 11-16 09:00; decided 11-18 10:00; reopened 11-20 09:00; decided 11-24 23:00 | 12-31 00:00 | ON_TIME | 11-25 00:00 | 11-24 23:00 | 11-24
            3wd | accepted 11-16 09:00; withdrawn 11-18 10:00; reopened 11-20 09:00; decided 11-25 00:00 | 12-31 00:00 | LATE | 11-25 00:00 | 11-25 00:00 | 11-24
            # a late once reached stands, whatever follows; 24:00 of the due date is such a late
            3wd | accepted 11-16 09:00; decided 11-20 08:00; reopened 11-23 09:00     | 12-31 00:00 | LATE | 11-20 00:00 | 11-20 00:00 | 11-19
            3wd | accepted 11-16 09:00; decided 11-20 00:00; reopened 11-23 09:00     | 12-31 00:00 | LATE | 11-20 00:00 | 11-20 00:00 | 11-19
            # Sat 21 and Sun 22 count as well
            2cd | accepted 11-20 17:00                                     | 11-20 18:00 | OPEN    | 11-23 00:00 | -           | -
            2cd | accepted 11-20 17:00; returned 11-21 09:00; resubmitted 11-21 10:00 | 11-21 12:00 | OPEN | 11-24 00:00 | - | -
            # 15:30 + 90 minutes = 17:00, at which stopping is on time
            90m | accepted 11-16 15:30; decided 11-16 17:00                | 12-31 00:00 | ON_TIME | 11-16 17:00 | 11-16 17:00 | 11-16
            90m | accepted 11-16 15:30; decided 11-16 17:00:00.000001      | 12-31 00:00 | LATE    | 11-16 17:00 | 11-16 17:00 | 11-16
            90m | accepted 11-16 15:30                                     | 11-16 17:00 | OPEN    | 11-16 17:00 | -           | -
            90m | accepted 11-16 15:30                              | 11-16 17:00:00.000001 | LATE  | 11-16 17:00 | 11-16 17:00 | 11-16
            # 22:30 + 90 minutes = 24:00 belongs to the day that ends
            90m | accepted 11-16 22:30                                     | 11-17 08:00 | LATE    | 11-17 00:00 | 11-17 00:00 | 11-16
            # 30 minutes to 16:00, then 60 from 18:30
            90m | accepted 11-16 15:30; returned 11-16 16:00; resubmitted 11-16 18:30 | 11-16 19:00 | OPEN | 11-16 19:30 | - | -
            # returned at the very due: nothing is left, but nothing was overrun; a microsecond later it was
            90m | accepted 11-16 10:00; returned 11-16 11:30; resubmitted 11-16 13:00; decided 11-16 13:00 | 12-31 00:00 | ON_TIME | 11-16 13:00 | 11-16 13:00 | 11-16
            90m | accepted 11-16 10:00; returned 11-16 11:30:00.000001     | 12-31 00:00 | LATE    | 11-16 11:30 | 11-16 11:30 | 11-16
            # 2 h of Monday, 6 h of Tuesday
            8oh | accepted 11-16 14:00                                     | 11-16 15:00 | OPEN    | 11-17 14:00 | -           | -
            # used up when the window ends, not when the next begins
            2oh | accepted 11-16 14:00; decided 11-16 16:00                | 12-31 00:00 | ON_TIME | 11-16 16:00 | 11-16 16:00 | 11-16
            2oh | accepted 11-16 14:00; decided 11-17 08:00                | 12-31 00:00 | LATE    | 11-16 16:00 | 11-16 16:00 | 11-16
            # a receipt on Saturday begins to count on Monday at 08:00, one in the evening on the next morning
            60om | accepted 11-21 10:00                                    | 11-21 11:00 | OPEN    | 11-23 09:00 | -           | -
            60om | accepted 11-16 19:00                                    | 11-16 20:00 | OPEN    | 11-17 09:00 | -           | -
            # 1 h of Tuesday the 24th, then the holiday, 1 h of Thursday
            2oh | accepted 11-24 15:00                                     | 11-24 15:30 | OPEN    | 11-26 09:00 | -           | -
            # 1 h of Monday, 1 h of Tuesday after the pause, 2 h of Wednesday
            4oh | accepted 11-16 08:00; returned 11-16 09:00; resubmitted 11-17 15:00 | 11-17 15:30 | OPEN | 11-18 10:00 | - | -
            # a pause that lies outside the windows takes nothing: 8 h of Monday, 2 h of Tuesday
            10oh | accepted 11-16 08:00; returned 11-16 17:00; resubmitted 11-17 07:00 | 11-17 07:30 | OPEN | 11-17 10:00 | - | -
            # stated with a time, without one, by the submission, not at all; a pause moves nothing
            stated | accepted 11-16 09:00 promisedAt=2026-11-18T10:00; decided 11-18 10:00 | 12-31 00:00 | ON_TIME | 11-18 10:00 | 11-18 10:00 | 11-18
            stated | accepted 11-16 09:00 promisedAt=2026-11-18T10:00; returned 11-17 09:00 | 12-31 00:00 | LATE | 11-18 10:00 | 11-18 10:00 | 11-18
            stated | accepted 11-16 09:00 promisedAt=2026-11-18; decided 11-18 23:59:59 | 12-31 00:00 | ON_TIME | 11-19 00:00 | 11-18 23:59:59 | 11-18
            stated | submitted 11-13 09:00 promisedAt=2026-11-18; accepted 11-16 09:00; decided 11-19 00:00 | 12-31 00:00 | LATE | 11-19 00:00 | 11-19 00:00 | 11-18
            stated | accepted 11-16 09:00; decided 11-16 10:00             | 12-31 00:00 | NO_PROMISE | None     | -           | -
            # stated for before the start: late at the start
            stated | accepted 11-16 09:00 promisedAt=2026-11-13            | 11-16 09:00 | LATE    | 11-14 00:00 | 11-16 09:00 | 11-16
            # a stated due that passed while closed is late at the reopening
            stated | accepted 11-16 09:00 promisedAt=2026-11-18; decided 11-17 09:00; reopened 11-20 09:00 | 11-20 09:00 | LATE | 11-19 00:00 | 11-20 09:00 | 11-20
            unknown | accepted 11-16 09:00; decided 12-30 09:00            | 12-31 00:00 | NO_PROMISE | None     | -           | -
            unknown | accepted 11-16 09:00; withdrawn 11-17 09:00          | 12-31 00:00 | NO_PROMISE | None     | -           | -
            3wd | accepted 11-16 09:00; withdrawn 11-18 09:00              | 12-31 00:00 | CANCELLED | 11-20 00:00 | 11-18 09:00 | 11-18
            3wd | accepted 11-16 09:00; withdrawn 11-20 00:00              | 12-31 00:00 | LATE    | 11-20 00:00 | 11-20 00:00 | 11-19
            """)
    void isJudgedAsWorkedOutByHand(
            String within, String events, String asOf, Outcome outcome, String due, String at, String day) {
        Scene scene = Scene.promising(ClockKind.COMPLETION, within).events(events);

        Verdict verdict = scene.verdict(ClockKind.COMPLETION, asOf);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(scene.due(verdict)).isEqualTo(due);
        assertThat(scene.local(verdict.at())).isEqualTo(at);
        assertThat(Scene.day(verdict.verdictDay())).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # Tue 17 and Wed 18 of three: 2/3, rounded down
            3wd | accepted 11-16 09:00; decided 11-18 15:00 | 194400 | 6666
            # the day of the start alone
            3wd | accepted 11-16 09:00; decided 11-16 15:00 |  21600 | 0
            # 17 and 20 of three; 4 d 6 h less a pause of 23 h
            3wd | accepted 11-16 09:00; returned 11-18 10:00; resubmitted 11-19 09:00; decided 11-20 15:00 | 284400 | 6666
            # late by two days: 17, 18, 19, 20, 23 of three
            3wd | accepted 11-16 09:00; decided 11-23 09:00 | 604800 | 16666
            # 45 of 90 minutes and almost a second; the fraction is dropped from the duration
            90m | accepted 11-16 09:00; decided 11-16 09:45:00.999999 | 2700 | 5001
            # 1 h of Monday and 2 h of Tuesday of 8
            8oh | accepted 11-16 15:00; decided 11-17 10:00 | 68400 | 3750
            # 24 of 48 hours
            stated | accepted 11-16 09:00 promisedAt=2026-11-18T09:00; decided 11-17 09:00 | 86400 | 5000
            # stated for the end of time: nothing of it is used up
            stated | accepted 11-16 09:00 promisedAt=9999-12-31; decided 11-17 09:00 | 86400 | 0
            unknown | accepted 11-16 09:00; decided 11-17 09:00 | 86400 | -1
            # two days open, one closed
            9wd | accepted 11-16 09:00; decided 11-17 09:00; reopened 11-18 09:00; decided 11-19 09:00 | 172800 | 1111
            """)
    void durationAndUsedShareAreAsWorkedOutByHand(String within, String events, long seconds, long used) {
        Verdict verdict = Scene.promising(ClockKind.COMPLETION, within)
                .events(events)
                .verdict(ClockKind.COMPLETION, "12-31 00:00");

        assertThat(Figures.duration(verdict).orElseThrow().toSeconds()).isEqualTo(seconds);
        assertThat(Figures.usedShare(verdict)).isEqualTo(used < 0 ? OptionalLong.empty() : OptionalLong.of(used));
    }
}
