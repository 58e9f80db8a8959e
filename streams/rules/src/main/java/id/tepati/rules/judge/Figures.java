package id.tepati.rules.judge;

import id.tepati.rules.clock.ClockEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers beside a verdict: how long it took, how much of the promise that was, and when it comes to be at risk. */
public final class Figures {
    /** A whole promise in the unit of {@link #usedShare}. */
    public static final long WHOLE = 10_000;

    private Figures() {}

    /** Wall time from start to stop less pauses and closed gaps; empty unless stopped. */
    public static Optional<Duration> duration(Verdict verdict) {
        ClockEnd end = verdict.run().end();
        return end == null || end.cancelled()
                ? Optional.empty()
                : Optional.of(verdict.run().elapsed(end.at()));
    }

    /**
     * The share of the promise that was used up at the stop, in ten-thousandths, rounded down: wall or office time
     * over the amount, counted days over their number, for a stated promise wall time over start-to-due. Empty unless
     * stopped, where no promise has a number, and while the calendar to count by is awaited.
     */
    public static OptionalLong usedShare(Verdict verdict) {
        ClockEnd end = verdict.run().end();
        boolean awaiting = verdict.outcome() == Outcome.AWAITING_CALENDAR;
        return end == null || end.cancelled() || verdict.governing() == null || awaiting
                ? OptionalLong.empty()
                : verdict.governing().promise().within().accept(new UsedShare(verdict, end.at()));
    }

    /**
     * When an open clock comes to be at risk: from 80 % of its promise on, measured in the promise's own unit; for a
     * day promise from the first opening of the last day, else its 00:00. Empty for clocks that are not open, have no
     * due instant, or are late.
     */
    public static Optional<Instant> atRiskFrom(Verdict verdict) {
        if (verdict.outcome() != Outcome.OPEN
                || verdict.governing() == null
                || !(verdict.due() instanceof Due.At due)) {
            return Optional.empty();
        }
        return Optional.of(verdict.governing().promise().within().accept(new AtRisk(verdict, due)));
    }
}
