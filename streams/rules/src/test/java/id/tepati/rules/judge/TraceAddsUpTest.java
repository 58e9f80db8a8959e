package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.catalogue.Within;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Received;
import id.tepati.rules.oracle.Histories;
import id.tepati.rules.oracle.History;
import id.tepati.rules.oracle.TicketHistories;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The arithmetic shown beside a verdict adds up to the promise and ends at the due that was judged by. */
class TraceAddsUpTest {

    @Provide
    Arbitrary<History> histories() {
        return Arbitraries.oneOf(Histories.ofUpTo(12), TicketHistories.ofUpTo(12));
    }

    @Property(tries = 300)
    void everyTraceAddsUp(@ForAll("histories") History history) {
        CaseFile file = Received.file(history.received());
        for (Instant asOf : history.moments()) {
            Judgement.of(file, history.world().unit(), history.world().catalogue(), asOf)
                    .verdicts()
                    .forEach(TraceAddsUpTest::check);
        }
    }

    private static void check(Verdict verdict) {
        Trace trace = Trace.of(verdict);
        List<TraceStep> steps = trace.steps();

        assertThat(steps).hasSizeLessThan(300);
        assertThat(steps.get(0)).isInstanceOf(TraceStep.Started.class);
        assertThat(steps.get(steps.size() - 1))
                .isEqualTo(new TraceStep.Reached(
                        verdict.outcome(), verdict.at(), verdict.verdictDay().orElse(null)));
        checkRunningTotals(steps);
        if (verdict.due() instanceof Due.At due) {
            assertThat(steps).contains(new TraceStep.DueAt(due.instant(), due.day(), due.certainty()));
            checkSum(trace, verdict.governing().promise().within(), due);
        }
    }

    private static void checkSum(Trace trace, Within within, Due.At due) {
        if (within instanceof Within.WorkingDays days) {
            assertThat(Counted.days(trace)).isEqualTo(days.amount());
            assertThat(lastDays(trace).to()).isEqualTo(due.day());
        } else if (within instanceof Within.CalendarDays days) {
            assertThat(Counted.days(trace)).isEqualTo(days.amount());
            assertThat(lastDays(trace).to()).isEqualTo(due.day());
        } else if (within instanceof Within.WallTime wall) {
            assertThat(Counted.time(trace)).isEqualTo(wall.amount());
        } else if (within instanceof Within.OfficeTime office) {
            assertThat(Counted.time(trace)).isEqualTo(office.amount());
        }
        if (within instanceof Within.OfficeTime || within instanceof Within.WallTime) {
            assertThat(lastInstant(trace)).isEqualTo(due.instant());
        }
    }

    private static TraceStep.Days lastDays(Trace trace) {
        TraceStep.Days last = null;
        for (TraceStep step : trace.steps()) {
            last = step instanceof TraceStep.Days days ? days : last;
        }
        return last;
    }

    /** The end of the last stretch or of the stillness after it. */
    private static Instant lastInstant(Trace trace) {
        Instant last = null;
        for (TraceStep step : trace.steps()) {
            if (step instanceof TraceStep.Stretch stretch) {
                last = stretch.to();
            } else if (step instanceof TraceStep.StoodStill still) {
                last = still.to();
            }
        }
        return last;
    }

    private static void checkRunningTotals(List<TraceStep> steps) {
        int total = 0;
        Duration time = Duration.ZERO;
        for (TraceStep step : steps) {
            if (step instanceof TraceStep.Days days) {
                total += days.counted();
                assertThat(days.total()).isEqualTo(total);
            } else if (step instanceof TraceStep.Stretch stretch) {
                time = time.plus(stretch.counted());
                assertThat(stretch.total()).isEqualTo(time);
            }
        }
    }
}
