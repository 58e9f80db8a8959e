package id.tepati.rules.judge;

import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.clock.ClockEnd;
import id.tepati.rules.clock.ClockRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one cycle of a clock stands, under which law.
 *
 * @param governing the promise that it is held to, or null where none is named
 * @param due when that promise ends; for a verdict reached, the due it was judged by
 * @param at when the verdict was reached, null while there is none
 * @param atDue true where it was reached by the due passing, so that an instant of 24:00 belongs to the day that ends
 */
public record Verdict(
        ClockRun run,
        Terms terms,
        Terms.@Nullable Governing governing,
        Due due,
        Outcome outcome,
        @Nullable Instant at,
        boolean atDue) {

    /** The name of the promise; empty where none is named. */
    public Optional<PromiseName> promise() {
        return Optional.ofNullable(governing).map(named -> named.promise().name());
    }

    /** Whether the clock has not come to its end. */
    public boolean isOpen() {
        return run.end() == null;
    }

    /** The local day of the start. */
    public LocalDate startDay() {
        return terms.calendar().dateOf(run.start());
    }

    /** The local day that the verdict belongs to; of a clock that ended with its service day, that day. */
    public Optional<LocalDate> verdictDay() {
        return endedWithItsDay()
                ? Optional.ofNullable(run.serviceDay())
                : verdictInstant().map(terms.calendar()::dateOf);
    }

    /** An instant inside the day and the minutes that the verdict belongs to. */
    public Optional<Instant> verdictInstant() {
        return Optional.ofNullable(at).map(instant -> atDue || endedWithItsDay() ? instant.minus(Due.GRAIN) : instant);
    }

    private boolean endedWithItsDay() {
        ClockEnd end = run.end();
        return at != null
                && end != null
                && end.manner() == ClockEnd.Manner.DAY_OVER
                && (outcome == Outcome.UNSERVED || outcome == Outcome.CANCELLED);
    }
}
