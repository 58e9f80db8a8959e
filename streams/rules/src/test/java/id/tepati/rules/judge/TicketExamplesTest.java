package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.Stage;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.clock.CaseCourse;
import id.tepati.rules.clock.ClockEnd;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Queue tickets worked out by hand, row by row of ADR 0008. Times without a date are of Monday 16 November 2026. Every
 * stage promises 30 minutes of waiting, 15 of waiting again, 20 of serving; the visit 2 hours. Cycles are written
 * {@code stage start-stop}, {@code startxend} where cancelled, {@code start!end} where the day ended, {@code start-}
 * while open.
 */
class TicketExamplesTest {
    private static final String DATE = "11-16 ";
    private static final String STAGES = "main daftar poli";
    private static final Map<ClockKind, String> PROMISES = Map.of(
            ClockKind.WAITING, "30m", ClockKind.RE_WAITING, "15m", ClockKind.SERVING, "20m", ClockKind.VISIT, "2h");

    @ParameterizedTest(name = "[{0}] {1} as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # from the number to the first call; a call at the due is on time
                        | issued 09:00; called 09:20                                 | 10:00 | main 09:00-09:20 ON_TIME
                        | issued 09:00; called 09:30                                 | 10:00 | main 09:00-09:30 ON_TIME
                        | issued 09:00; called 09:30:00.000001                       | 10:00 | main 09:00-09:30:00.000001 LATE
                        | issued 09:00; called 09:20; called 09:50                   | 10:00 | main 09:00-09:20 ON_TIME
                        | issued 09:00                                               | 09:30 | main 09:00- OPEN
                        | issued 09:00                                     | 09:30:00.000001 | main 09:00- LATE
                        | issued 09:00; recalled 09:05                               | 09:20 | main 09:00- OPEN
            # a check-in counts before an issue, also when it comes after it, and takes a late back
                        | checked-in 09:00; issued 09:05; called 09:31               | 10:00 | main 09:00-09:31 LATE
                        | issued 09:00; checked-in 09:10; called 09:35               | 10:00 | main 09:10-09:35 ON_TIME
                        | issued 09:00; checked-in 09:40                             | 09:35 | main 09:00- LATE
                        | issued 09:00; checked-in 09:40                             | 09:45 | main 09:40- OPEN
            # a second one and one after the call change nothing
                        | checked-in 09:00; checked-in 09:20; called 09:31           | 10:00 | main 09:00-09:31 LATE
                        | issued 09:00; issued 09:20; called 09:31                   | 10:00 | main 09:00-09:31 LATE
                        | issued 09:00; called 09:10; checked-in 09:20               | 10:00 | main 09:00-09:10 ON_TIME
            # after a booking a number counts only once the citizen is known to be there, here by a call elsewhere
                        | booked 08:00 appointment=09:00; issued 08:30               | 11:00 | none
                        | booked 08:00 appointment=09:00; issued 08:30; called 09:20 | 10:00 | main 09:20-09:20 ON_TIME
            daftar poli | booked 08:00 appointment=08:00; issued 08:30 stage=daftar; called 09:10 stage=poli | 09:20 | daftar 09:10- OPEN, poli 09:10-09:10 ON_TIME
            # not before the appointment, the latest one that was named before the wait began
                        | booked 08:00 appointment=09:00; checked-in 08:40           | 08:50 | none
                        | booked 08:00 appointment=09:00; checked-in 08:40           | 09:00 | main 09:00- OPEN
                        | booked 08:00 appointment=09:00; checked-in 08:40; called 09:31 | 10:00 | main 09:00-09:31 LATE
                        | issued 08:00 appointment=09:00; called 09:20               | 10:00 | main 09:00-09:20 ON_TIME
                        | booked 07:00 appointment=09:00; booked 07:30 appointment=10:00; checked-in 08:50; called 10:20 | 11:00 | main 10:00-10:20 ON_TIME
                        | booked 07:00 appointment=09:00; checked-in 08:40; issued 08:45 appointment=09:30; called 09:50 | 10:00 | main 09:30-09:50 ON_TIME
                        | checked-in 08:50; issued 08:51 appointment=10:00; called 09:25 | 10:00 | main 08:50-09:25 LATE
            # not before the end of the stage before, if anything came for that one
            daftar poli | issued 08:00 stage=daftar; issued 08:00 stage=poli; called 08:10 stage=daftar | 08:40 | daftar 08:00-08:10 ON_TIME
            daftar poli | issued 08:00 stage=daftar; issued 08:00 stage=poli; called 08:10 stage=daftar; served 08:30 stage=daftar; called 08:50 stage=poli | 09:00 | daftar 08:00-08:10 ON_TIME, poli 08:30-08:50 ON_TIME
            daftar poli | issued 08:00 stage=poli; called 08:10 stage=poli           | 09:00 | poli 08:00-08:10 ON_TIME
            daftar poli | issued 08:00; called 08:10                                 | 09:00 | main 08:00-08:10 ON_TIME
            # what comes for the stage before once the wait has begun does not undo it
            daftar poli | issued 08:00 stage=poli; issued 08:05 stage=daftar; called 08:20 stage=poli | 08:25 | daftar 08:05- OPEN, poli 08:00-08:20 ON_TIME
            # called before the appointment, and after it without ever having arrived
                        | booked 07:00 appointment=09:00                             | 10:00 | none
                        | booked 07:00 appointment=09:00; called 08:50               | 10:00 | main 08:50-08:50 ON_TIME
                        | booked 07:00 appointment=09:00; called 09:31               | 10:00 | main 09:00-09:31 LATE
            # never issued in poli: from the end of service in daftar, not before the appointment, not while daftar goes on
            daftar poli | issued 08:00 stage=daftar; called 08:00 stage=daftar; served 08:20 stage=daftar; called 09:00 stage=poli | 10:00 | daftar 08:00-08:00 ON_TIME, poli 08:20-09:00 LATE
            daftar poli | booked 07:00 appointment=09:00; called 08:10 stage=daftar; served 08:30 stage=daftar; called 09:10 stage=poli | 10:00 | daftar 08:10-08:10 ON_TIME, poli 09:00-09:10 ON_TIME
            daftar poli | booked 07:00 appointment=08:00; called 08:10 stage=daftar; called 08:40 stage=poli | 10:00 | daftar 08:00-08:10 ON_TIME, poli 08:40-08:40 ON_TIME
            # stamped before the first event of its day: counts at that one
                        | called 08:59; issued 09:00                                 | 10:00 | main 09:00-09:00 ON_TIME
                        | issued 09:00; called 09:05; called 11-17 08:59; issued 11-17 09:00 | 11-17 10:00 | main 09:00-09:05 ON_TIME, main 11-17 09:00-11-17 09:00 ON_TIME
                        | issued 09:00; called 09:05; called 11-17 09:00             | 11-17 10:00 | main 09:00-09:05 ON_TIME
            # a requeued ticket that still waits keeps its wait
                        | issued 09:00; requeued 09:10; called 09:20                 | 10:00 | main 09:00-09:20 ON_TIME
            daftar poli | issued 08:00 stage=daftar; issued 08:00 stage=poli; transferred 08:05 stage=poli; served 08:10 stage=daftar; called 08:30 stage=poli | 09:00 | daftar 08:00x08:10 CANCELLED, poli 08:10-08:30 ON_TIME
            # served or gone without a call; a stage for which nothing came is untouched by that
                        | issued 09:00; served 09:20                                 | 10:00 | main 09:00x09:20 CANCELLED
            daftar poli | issued 08:00 stage=daftar; issued 08:00 stage=poli; no-show 08:20 stage=daftar; called 08:30 stage=poli | 09:00 | daftar 08:00x08:20 CANCELLED
            daftar poli | issued 08:00 stage=daftar; abandoned 08:20 stage=daftar; issued 08:30 stage=poli | 08:40 | daftar 08:00x08:20 CANCELLED, poli 08:30- OPEN
            # what follows a requeue begins no first wait any more, nor does it move the one that was
                        | issued 09:00; called 09:05; requeued 09:10; checked-in 09:12; called 09:20 | 10:00 | main 09:00-09:05 ON_TIME
                        | booked 07:00 appointment=10:00; checked-in 09:40; no-show 09:50; requeued 09:55; called 10:05 | 11:00 | none
            daftar poli | issued 08:00 stage=daftar; called 08:05 stage=daftar; served 08:10 stage=daftar; transferred 08:11 stage=poli; called 08:20 stage=poli | 09:00 | daftar 08:00-08:05 ON_TIME
            # the end of the day: unserved unless late; due at 24:00 is not late; what comes later counts no more
                        | issued 23:40                                               | 11-17 00:00 | main 23:40!11-17 00:00 UNSERVED
                        | issued 23:00                                               | 11-17 00:00 | main 23:00!11-17 00:00 LATE
                        | issued 23:30                                               | 11-17 09:00 | main 23:30!11-17 00:00 UNSERVED
                        | issued 23:40; called 11-17 00:05 serviceDay=2026-11-16     | 11-17 09:00 | main 23:40!11-17 00:00 UNSERVED
            # booked for tomorrow: nothing today
                        | booked 09:00 appointment=2026-11-17T09:00 serviceDay=2026-11-17; checked-in 11-17 08:55; called 11-17 09:10 | 11-17 10:00 | main 11-17 09:00-11-17 09:10 ON_TIME
            # a voided call
                        | issued 09:00; called 09:10 id=c; event.voided 09:11 voids=c; called 09:40 | 10:00 | main 09:00-09:40 LATE
            """)
    void waitingIsAsWorkedOutByHand(String stages, String events, String asOf, String expected) {
        assertThat(cycles(ClockKind.WAITING, stages, events, asOf)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{0}] {1} as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
                        | issued 09:00; requeued 09:10; called 09:20                 | 10:00 | none
                        | issued 09:00; called 09:10; requeued 09:15; called 09:30   | 10:00 | main 09:15-09:30 ON_TIME
                        | issued 09:00; called 09:10; requeued 09:15; requeued 09:20; called 09:31 | 10:00 | main 09:15-09:31 LATE
            # after a no-show, after serving, once and again
                        | issued 09:00; no-show 09:20; requeued 09:40; called 09:50  | 10:00 | main 09:40-09:50 ON_TIME
                        | issued 09:00; called 09:05; served 09:10; transferred 09:11; called 09:20 | 10:00 | main 09:11-09:20 ON_TIME
                        | issued 09:00; called 09:05; requeued 09:10; called 09:20; requeued 09:30 | 09:40 | main 09:10-09:20 ON_TIME, main 09:30- OPEN
            # sent into a stage for which nothing had come; a number or a check-in that follows moves nothing
            daftar poli | issued 08:00 stage=daftar; called 08:05 stage=daftar; served 08:10 stage=daftar; transferred 08:11 stage=poli; called 08:20 stage=poli | 09:00 | poli 08:11-08:20 ON_TIME
            daftar poli | issued 08:00 stage=daftar; transferred 08:11 stage=poli; issued 08:15 stage=poli; called 08:20 stage=poli | 09:00 | poli 08:11-08:20 ON_TIME
                        | issued 09:00; called 09:05; requeued 09:10; checked-in 09:12; called 09:20 | 10:00 | main 09:10-09:20 ON_TIME
            # ended by what ends the stage, and by the day
                        | issued 09:00; called 09:05; requeued 09:10; served 09:20   | 10:00 | main 09:10x09:20 CANCELLED
                        | issued 09:00; called 09:05; requeued 09:10; abandoned 09:20 | 10:00 | main 09:10x09:20 CANCELLED
                        | issued 23:00; called 23:05; requeued 23:50                 | 11-17 00:00 | main 23:50!11-17 00:00 CANCELLED
                        | issued 23:00; called 23:05; requeued 23:40                 | 11-17 00:00 | main 23:40!11-17 00:00 LATE
            """)
    void waitingAgainIsAsWorkedOutByHand(String stages, String events, String asOf, String expected) {
        assertThat(cycles(ClockKind.RE_WAITING, stages, events, asOf)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{0}] {1} as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # from the first call, whatever else is called or recalled; not after the end of the stage
                        | issued 09:00; called 09:05; called 09:10; recalled 09:12; served 09:25 | 10:00 | main 09:05-09:25 ON_TIME
                        | issued 09:00; called 09:05; served 09:10; called 09:15     | 10:00 | main 09:05-09:10 ON_TIME
            # parked: 10 and 10 minutes, and a microsecond more
                        | issued 09:00; called 09:05; parked 09:15; called 09:30; served 09:40 | 10:00 | main 09:05-09:40 ON_TIME
                        | issued 09:00; called 09:05; parked 09:15; called 09:30; served 09:40:00.000001 | 10:00 | main 09:05-09:40:00.000001 LATE
                        | issued 09:00; called 09:05; parked 09:15                   | 12:00 | main 09:05- OPEN
            # sent back: cancelled, but 5 and 14 minutes where it was parked; a transfer cancels that as well
                        | issued 09:00; called 09:05; requeued 09:10; called 09:20; served 09:30 | 10:00 | main 09:05x09:10 CANCELLED, main 09:20-09:30 ON_TIME
                        | issued 09:00; called 09:05; parked 09:10; requeued 09:12; called 09:30; served 09:44 | 10:00 | main 09:05-09:44 ON_TIME
                        | issued 09:00; called 09:05; parked 09:10; transferred 09:12; called 09:30 | 09:40 | main 09:05x09:12 CANCELLED, main 09:30- OPEN
            # nobody came, or went away; by the end of the day
                        | issued 09:00; called 09:05; no-show 09:10                  | 10:00 | main 09:05x09:10 CANCELLED
            daftar poli | issued 09:00 stage=poli; called 09:05 stage=poli; abandoned 09:10 stage=daftar | 10:00 | poli 09:05x09:10 CANCELLED
                        | issued 23:40; called 23:50                                 | 11-17 00:00 | main 23:50!11-17 00:00 CANCELLED
                        | issued 23:30; called 23:35                                 | 11-17 00:00 | main 23:35!11-17 00:00 LATE
            # served in one stage is not served in the other
            daftar poli | issued 09:00 stage=daftar; called 09:05 stage=daftar; served 09:10 stage=poli | 09:20 | daftar 09:05- OPEN
            """)
    void servingIsAsWorkedOutByHand(String stages, String events, String asOf, String expected) {
        assertThat(cycles(ClockKind.SERVING, stages, events, asOf)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{0}] {1} as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # from the first wait to the end of the last stage
                        | issued 08:00; called 08:20; served 10:00                   | 11:00 | main 08:00-10:00 ON_TIME
            daftar poli | issued 08:00 stage=daftar; served 08:30 stage=daftar; issued 08:31 stage=poli; served 09:59 stage=poli | 11:00 | main 08:00-09:59 ON_TIME
            # the last stage was never served: late until the day ends, then as of the last served
            daftar poli | issued 08:00 stage=daftar; called 08:05 stage=daftar; served 09:00 stage=daftar | 23:59 | main 08:00- LATE
            daftar poli | issued 08:00 stage=daftar; called 08:05 stage=daftar; served 09:00 stage=daftar | 11-17 00:00 | main 08:00-09:00 ON_TIME
            daftar poli | issued 08:00 stage=daftar; called 08:05 stage=daftar; served 10:01 stage=daftar | 11-17 00:00 | main 08:00-10:01 LATE
            # a second served in a stage that has ended is none
            daftar poli | issued 08:00 stage=daftar; served 09:00 stage=daftar; served 10:01 stage=daftar | 11-17 00:00 | main 08:00-09:00 ON_TIME
            # never served, or served only before it began
                        | issued 22:30                                               | 11-17 00:00 | main 22:30!11-17 00:00 CANCELLED
            daftar poli | booked 22:00 appointment=22:00; served 22:10 stage=daftar; checked-in 22:30 stage=poli | 11-17 00:00 | main 22:30!11-17 00:00 CANCELLED
                        | issued 21:00                                               | 11-17 00:00 | main 21:00!11-17 00:00 LATE
            # gone, and back again: the visit does not begin anew
                        | issued 08:00; abandoned 08:30; requeued 08:40; called 08:50 | 09:00 | main 08:00x08:30 CANCELLED
            # moved by a check-in; not where another wait had begun before it
                        | issued 08:00; checked-in 08:30; called 08:40; served 10:30 | 11:00 | main 08:30-10:30 ON_TIME
            daftar poli | issued 08:00; issued 08:05 stage=poli; checked-in 08:10    | 08:20 | main 08:05- OPEN
            # a call shows a wait that began before the first one: nothing came for main but the booking
                        | booked 07:00 appointment=09:00; checked-in 09:05 stage=poli; called 09:20 | 09:30 | main 09:00- OPEN
            """)
    void visitIsAsWorkedOutByHand(String stages, String events, String asOf, String expected) {
        assertThat(cycles(ClockKind.VISIT, stages, events, asOf)).isEqualTo(expected);
    }

    /** Every clock of a day on which a number was issued more than once. */
    @ParameterizedTest(name = "[{0}] {1} as of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # served in the morning and again at noon: two waits of 10 and 50 minutes
                        | issued 08:00; called 08:10; served 08:20; issued 13:00; called 13:50; served 14:00 | 15:00 | WAITING main 08:00-08:10 ON_TIME, main 13:00-13:50 LATE; SERVING main 08:10-08:20 ON_TIME, main 13:50-14:00 ON_TIME; VISIT main 08:00-08:20 ON_TIME, main 13:00-14:00 ON_TIME
            # the second wait is late while nobody calls, and unserved or late when the day ends
                        | issued 08:00; called 08:10; served 08:20; issued 13:00     | 13:31 | WAITING main 08:00-08:10 ON_TIME, main 13:00- LATE; SERVING main 08:10-08:20 ON_TIME; VISIT main 08:00-08:20 ON_TIME, main 13:00- OPEN
                        | issued 08:00; called 08:10; served 08:20; issued 23:40     | 11-17 00:00 | WAITING main 08:00-08:10 ON_TIME, main 23:40!11-17 00:00 UNSERVED; SERVING main 08:10-08:20 ON_TIME; VISIT main 08:00-08:20 ON_TIME, main 23:40!11-17 00:00 CANCELLED
            # after a no-show, and after somebody who went away; sent back before, so nobody had left
                        | issued 08:00; called 08:10; no-show 08:15; issued 09:00; called 09:20; served 09:30 | 10:00 | WAITING main 08:00-08:10 ON_TIME, main 09:00-09:20 ON_TIME; SERVING main 08:10x08:15 CANCELLED, main 09:20-09:30 ON_TIME; VISIT main 08:00x08:15 CANCELLED, main 09:00-09:30 ON_TIME
                        | issued 08:00; abandoned 08:15; issued 09:00; called 09:20  | 09:30 | WAITING main 08:00x08:15 CANCELLED, main 09:00-09:20 ON_TIME; SERVING main 09:20- OPEN; VISIT main 08:00x08:15 CANCELLED, main 09:00- OPEN
                        | booked 07:00 appointment=09:00; no-show 09:20; issued 10:00; called 10:31 | 10:40 | WAITING main 10:00-10:31 LATE; SERVING main 10:31- OPEN; VISIT main 10:00- OPEN
                        | issued 08:00; called 08:05; no-show 08:10; requeued 08:20; issued 08:25; called 08:30; served 08:40 | 09:00 | WAITING main 08:00-08:05 ON_TIME; RE_WAITING main 08:20-08:30 ON_TIME; SERVING main 08:05x08:10 CANCELLED, main 08:30-08:40 ON_TIME; VISIT main 08:00x08:10 CANCELLED
            daftar poli | issued 08:00 stage=daftar; no-show 08:20 stage=daftar; issued 09:00 stage=daftar; called 09:31 stage=daftar | 09:40 | WAITING daftar 08:00x08:20 CANCELLED, daftar 09:00-09:31 LATE; SERVING daftar 09:31- OPEN; VISIT main 08:00x08:20 CANCELLED, main 09:00- OPEN
            # somebody waits in the first stage though the last was served: an issue is none
            daftar poli | issued 08:00 stage=daftar; issued 08:00 stage=poli; served 08:10 stage=poli; issued 08:20 stage=poli; called 08:31 stage=daftar | 08:40 | WAITING daftar 08:00-08:31 LATE; SERVING daftar 08:31- OPEN; VISIT main 08:00-08:10 ON_TIME
            # three issues: the third while the second waits, which is the same wait; and three visits
                        | issued 08:00; called 08:10; served 08:20; issued 13:00; issued 13:10; called 13:35; served 13:40 | 14:00 | WAITING main 08:00-08:10 ON_TIME, main 13:00-13:35 LATE; SERVING main 08:10-08:20 ON_TIME, main 13:35-13:40 ON_TIME; VISIT main 08:00-08:20 ON_TIME, main 13:00-13:40 ON_TIME
                        | issued 08:00; called 08:10; served 08:20; issued 09:00; called 09:10; served 09:20; issued 10:00; called 10:31 | 10:40 | WAITING main 08:00-08:10 ON_TIME, main 09:00-09:10 ON_TIME, main 10:00-10:31 LATE; SERVING main 08:10-08:20 ON_TIME, main 09:10-09:20 ON_TIME, main 10:31- OPEN; VISIT main 08:00-08:20 ON_TIME, main 09:00-09:20 ON_TIME, main 10:00- OPEN
            # a call stamped exactly at the second issue is of the second; so is the end of the service
                        | issued 08:00; called 08:10; served 08:20; issued 13:00; called 13:00; served 13:10 | 14:00 | WAITING main 08:00-08:10 ON_TIME, main 13:00-13:00 ON_TIME; SERVING main 08:10-08:20 ON_TIME, main 13:00-13:10 ON_TIME; VISIT main 08:00-08:20 ON_TIME, main 13:00-13:10 ON_TIME
                        | issued 08:00; called 08:10; issued 08:20; served 08:20     | 09:00 | WAITING main 08:00-08:10 ON_TIME, main 08:20x08:20 CANCELLED; SERVING main 08:10x08:20 CANCELLED; VISIT main 08:00x08:20 CANCELLED, main 08:20-08:20 ON_TIME
            # the end of a service that was never sent: what runs ends with the second issue, unless late
                        | issued 08:00; called 08:10; issued 08:25; called 08:40; served 08:50 | 09:00 | WAITING main 08:00-08:10 ON_TIME, main 08:25-08:40 ON_TIME; SERVING main 08:10x08:25 CANCELLED, main 08:40-08:50 ON_TIME; VISIT main 08:00x08:25 CANCELLED, main 08:25-08:50 ON_TIME
                        | issued 08:00; called 08:10; issued 13:00; called 13:50     | 14:00 | WAITING main 08:00-08:10 ON_TIME, main 13:00-13:50 LATE; SERVING main 08:10x13:00 LATE, main 13:50- OPEN; VISIT main 08:00x13:00 LATE, main 13:00- OPEN
            # a number that is printed only when called is not issued again
                        | checked-in 08:00; called 08:10; issued 08:11; served 08:20 | 09:00 | WAITING main 08:00-08:10 ON_TIME; SERVING main 08:10-08:20 ON_TIME; VISIT main 08:00-08:20 ON_TIME
            # transferred: while that wait runs an issue is none; once it was served there it is one
                        | issued 08:00; called 08:05; transferred 08:10; issued 08:12; called 08:20; served 08:30; issued 13:00; called 13:10 | 13:15 | WAITING main 08:00-08:05 ON_TIME, main 13:00-13:10 ON_TIME; RE_WAITING main 08:10-08:20 ON_TIME; SERVING main 08:05x08:10 CANCELLED, main 08:20-08:30 ON_TIME, main 13:10- OPEN; VISIT main 08:00-08:30 ON_TIME, main 13:00- OPEN
            # stages: one visit goes through them; between two of them an issue for the first is none
            daftar poli | issued 08:00 stage=daftar; called 08:05 stage=daftar; served 08:10 stage=daftar; issued 08:12 stage=daftar; called 08:20 stage=poli; served 08:30 stage=poli; issued 13:00 stage=daftar; called 13:31 stage=daftar | 13:40 | WAITING daftar 08:00-08:05 ON_TIME, daftar 13:00-13:31 LATE, poli 08:10-08:20 ON_TIME; SERVING daftar 08:05-08:10 ON_TIME, daftar 13:31- OPEN, poli 08:20-08:30 ON_TIME; VISIT main 08:00-08:30 ON_TIME, main 13:00- OPEN
            # a booking holds the first visit back, not the second
                        | booked 07:00 appointment=09:00; checked-in 08:50; called 09:10; served 09:20; issued 13:00; called 13:20; served 13:30 | 14:00 | WAITING main 09:00-09:10 ON_TIME, main 13:00-13:20 ON_TIME; SERVING main 09:10-09:20 ON_TIME, main 13:20-13:30 ON_TIME; VISIT main 09:00-09:20 ON_TIME, main 13:00-13:30 ON_TIME
            # a voided second issue gives its events back; a voided first one opens the day with the second
                        | issued 08:00; called 08:10; served 08:20; issued 13:00 id=b; called 13:50; event.voided 14:00 voids=b | 15:00 | WAITING main 08:00-08:10 ON_TIME; SERVING main 08:10-08:20 ON_TIME; VISIT main 08:00-08:20 ON_TIME
                        | issued 08:00 id=a; issued 13:00; called 13:10; event.voided 14:00 voids=a | 13:15 | WAITING main 13:00-13:10 ON_TIME; SERVING main 13:10- OPEN; VISIT main 13:00- OPEN
            # a first issue that comes late: without it the call counts at the second issue, with it for the first
                        | issued 13:00; called 08:10; served 08:20; called 13:50     | 14:00 | WAITING main 13:00-13:00 ON_TIME; SERVING main 13:00-13:00 ON_TIME; VISIT main 13:00-13:00 ON_TIME
                        | issued 13:00; called 08:10; served 08:20; called 13:50; issued 08:00 | 14:00 | WAITING main 08:00-08:10 ON_TIME, main 13:00-13:50 LATE; SERVING main 08:10-08:20 ON_TIME, main 13:50- OPEN; VISIT main 08:00-08:20 ON_TIME, main 13:00- OPEN
            """)
    void aNumberIssuedAgainIsAsWorkedOutByHand(String stages, String events, String asOf, String expected) {
        String told = Stream.of(ClockKind.WAITING, ClockKind.RE_WAITING, ClockKind.SERVING, ClockKind.VISIT)
                .map(clock -> clock + " " + cycles(clock, stages, events, asOf))
                .filter(clock -> !clock.endsWith(" none"))
                .collect(Collectors.joining("; "));

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void bothVisitsWithANumberCountUnderOnePromise() {
        Scene scene = Scene.ofJakarta()
                .promise("main", PROMISES)
                .events("issued 11-16 08:00; called 11-16 08:10; served 11-16 08:20;"
                        + "issued 11-16 13:00; called 11-16 13:50; served 11-16 14:00");

        Tally day = Contribution.of(scene.asOf("11-16 15:00"))
                .parts()
                .get(new Slot(
                        Scene.SERVICE,
                        PromiseName.of(ClockKind.WAITING),
                        new Bucket.Day(LocalDate.parse("2026-11-16"))));

        assertThat(List.of(
                        day.opened(), day.onTime(), day.late(), day.duration().count()))
                .containsExactly(2L, 1L, 1L, 2L);
    }

    /** What an issue changes: nothing while somebody waits, else what the former visit had running as well. */
    @Test
    void theTimelineTellsWhichIssueWasWithoutEffect() {
        Judgement judgement = Scene.ofJakarta()
                .promise("main", PROMISES)
                .events("issued 11-16 08:00; issued 11-16 08:05; called 11-16 08:10; issued 11-16 13:00")
                .asOf("11-16 15:00");

        assertThat(judgement.course().steps())
                .extracting(CaseCourse.Step::moved)
                .containsExactly(
                        List.of(ClockKind.WAITING, ClockKind.VISIT),
                        List.of(),
                        List.of(ClockKind.WAITING, ClockKind.SERVING),
                        List.of(ClockKind.WAITING, ClockKind.SERVING, ClockKind.VISIT));
    }

    @ParameterizedTest(name = "{0} as of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # a night shift: its service day ends at 05:00
            issued 23:40; called 11-17 00:05     | 11-17 09:00 | main 23:40-11-17 00:05 ON_TIME
            issued 11-17 04:50                   | 11-17 05:00 | main 11-17 04:50!11-17 05:00 UNSERVED
            issued 11-17 04:50; called 11-17 05:01 serviceDay=2026-11-16 | 11-17 06:00 | main 11-17 04:50!11-17 05:00 UNSERVED
            issued 11-17 05:00; called 11-17 05:10 | 11-17 06:00 | main 11-17 05:00-11-17 05:10 ON_TIME
            """)
    void theServiceDayOfANightShiftEndsInTheMorning(String events, String asOf, String expected) {
        Scene scene = Scene.ofJakarta().dayStart("05:00").promise(STAGES, PROMISES);

        assertThat(cycles(scene, ClockKind.WAITING, events, asOf)).isEqualTo(expected);
    }

    @Test
    void unservedCountsOnItsServiceDayInTheLastMinutesOfIt() {
        Scene scene =
                Scene.ofJakarta().dayStart("05:00").promise("main", PROMISES).events("issued 11-17 04:50");

        Contribution contribution = Contribution.of(scene.asOf("11-17 05:00"));

        PromiseName waiting = PromiseName.of(ClockKind.WAITING);
        assertThat(contribution.parts().entrySet().stream()
                        .filter(part -> part.getValue().unserved() > 0)
                        .map(Map.Entry::getKey))
                .containsExactly(
                        new Slot(Scene.SERVICE, waiting, new Bucket.Day(LocalDate.parse("2026-11-16"))),
                        new Slot(
                                Scene.SERVICE, waiting, new Bucket.FiveMinutes(Instant.parse("2026-11-16T21:55:00Z"))));
    }

    /** New York puts its clocks back from 02:00 to 01:00 on 1 November: 01:30 is first that of 05:30 UTC. */
    @Test
    void aDayStartThatComesTwiceIsTheFirst() {
        Scene scene = new Scene("America/New_York")
                .dayStart("01:30")
                .promise("main", PROMISES)
                .events("issued 11-01 01:10");

        assertThat(scene.asOf("11-01 09:00").verdicts().get(0).at()).isEqualTo("2026-11-01T05:30:00Z");
    }

    @Test
    void eachStageOfAServiceWithoutStandardIsAFinding() {
        Judgement judgement = Scene.ofJakarta()
                .stages("daftar poli")
                .events("issued 11-16 08:00 stage=daftar; called 11-16 08:10 stage=daftar;"
                        + "served 11-16 08:20 stage=daftar; called 11-16 08:30 stage=poli")
                .asOf("11-17 09:00");

        assertThat(judgement.verdicts())
                .extracting(v -> v.run().clock() + "@" + v.run().stage() + " " + v.outcome())
                .containsExactly(
                        "WAITING@daftar NO_PROMISE",
                        "WAITING@poli NO_PROMISE",
                        "SERVING@daftar UNNAMED",
                        "SERVING@poli UNNAMED",
                        "VISIT@main UNNAMED");
    }

    @Test
    void aPromiseWithoutANumberIsNeverUnserved() {
        Scene scene = Scene.promising(ClockKind.WAITING, "unknown").events("issued 11-16 08:00");

        assertThat(scene.verdict(ClockKind.WAITING, "11-17 09:00").outcome()).isEqualTo(Outcome.NO_PROMISE);
    }

    @Test
    void aTransferTakesTheNextWaitToAnotherServiceAndLeavesTheOneThatRuns() {
        Judgement judgement = Scene.ofJakarta()
                .events("issued 11-16 08:00; transferred 11-16 08:05 toService=akta; called 11-16 08:10;"
                        + "transferred 11-16 08:20 toService=akta; transferred 11-16 08:25 toService=kk")
                .asOf("11-16 09:00");

        assertThat(judgement.verdicts())
                .extracting(v -> v.run().clock() + " " + v.run().service())
                .containsExactly("WAITING ktp-el", "RE_WAITING akta", "SERVING ktp-el", "VISIT ktp-el");
    }

    @Test
    void cyclesAreCountedOnThroughTheDays() {
        Judgement judgement = Scene.ofJakarta()
                .events("issued 11-17 08:00; issued 11-16 08:00; issued 11-16 08:00 stage=poli")
                .asOf("11-17 09:00");

        assertThat(judgement.verdicts())
                .filteredOn(v -> v.run().clock() == ClockKind.WAITING)
                .extracting(v ->
                        v.run().stage() + " " + v.run().cycle() + " " + v.run().serviceDay())
                .containsExactly("main 1 2026-11-16", "main 2 2026-11-17", "poli 1 2026-11-16");
    }

    private static String cycles(ClockKind clock, String stages, String events, String asOf) {
        Scene scene = Scene.ofJakarta().stages(stages == null ? "" : stages).promise(STAGES, PROMISES);
        return cycles(scene, clock, events, asOf);
    }

    private static String cycles(Scene scene, ClockKind clock, String events, String asOf) {
        String dated = Stream.of(events.split(";"))
                .map(event -> event.strip().replaceFirst(" (\\d\\d:)", " " + DATE + "$1"))
                .map(event -> event.replaceFirst("11-17 " + DATE, "11-17 "))
                .map(event -> event.replaceFirst("appointment=(\\d\\d:)", "appointment=2026-11-16T$1"))
                .collect(Collectors.joining(";"));
        String told =
                scene
                        .events(dated)
                        .verdicts(clock, asOf.length() > 5 && asOf.charAt(5) == ' ' ? asOf : DATE + asOf)
                        .stream()
                        .map(verdict -> told(scene, verdict))
                        .collect(Collectors.joining(", "));
        return told.isEmpty() ? "none" : told;
    }

    private static String told(Scene scene, Verdict verdict) {
        ClockEnd end = verdict.run().end();
        String manner = end == null
                ? "-"
                : switch (end.manner()) {
                    case DONE -> "-";
                    case FELL_AWAY -> "x";
                    case DAY_OVER -> "!";
                };
        String to = end == null ? "" : local(scene, end.at());
        Stage stage = verdict.run().stage();
        return stage + " " + local(scene, verdict.run().start()) + manner + to + " " + verdict.outcome();
    }

    private static String local(Scene scene, Instant instant) {
        return scene.local(instant).replaceFirst("^" + DATE, "");
    }
}
