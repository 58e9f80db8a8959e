package id.tepati.rules.clock;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.PromisedAt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of one clock of a case, from its start to its end or to now.
 *
 * @param stage of the visit; {@link Stage#MAIN} for clocks that have no stages
 * @param cycle counts the cycles of the clock, for tickets of the clock and stage, in this case from 1
 * @param start when it began to run; not before the opening of the case
 * @param startedBy the event that started it
 * @param promisedAt the limit that the case itself was given, or null
 * @param serviceDay the local day with whose end a ticket ends; null for files and complaints
 * @param gaps when it did not run, in order, without overlap
 * @param end null while it is open
 */
public record ClockRun(
        ClockKind clock,
        Stage stage,
        int cycle,
        ServiceId service,
        Instant start,
        CaseEvent startedBy,
        @Nullable PromisedAt promisedAt,
        @Nullable LocalDate serviceDay,
        List<Gap> gaps,
        @Nullable ClockEnd end) {

    /** Copies the gaps. */
    public ClockRun {
        gaps = List.copyOf(gaps);
    }

    /** Whether it came to its end by doing what was promised. */
    public boolean isStopped() {
        return end != null && !end.cancelled();
    }

    /** The gap that it is in at an instant. */
    public Optional<Gap> gapAt(Instant instant) {
        return gaps.stream().filter(gap -> gap.contains(instant)).findFirst();
    }

    /** The gaps that were over by an instant. */
    public List<Gap> gapsOverBy(Instant instant) {
        return gaps.isEmpty()
                ? gaps
                : gaps.stream().filter(gap -> gap.isOverBy(instant)).toList();
    }

    /** Wall time from the start to an instant, less the gaps that were over by then. */
    public Duration elapsed(Instant until) {
        Duration elapsed = Duration.between(start, until);
        for (Gap gap : gaps) {
            if (gap.to() != null && gap.isOverBy(until)) {
                elapsed = elapsed.minus(Duration.between(gap.from(), gap.to()));
            }
        }
        return elapsed;
    }
}
