package id.tepati.rules.source;

import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a source is silent: for how long one that sends heartbeats has sent nothing at all. Only the opening hours of
 * its unit count: a counter that closes with its office is not silent at night, and one that broke down in the morning
 * still is.
 *
 * @param openTime open time since its last sign of life
 */
public record Silence(Duration openTime) {
    /** A source that sends heartbeats sends one in each such period. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(60);

    private static final int MISSED_HEARTBEATS = 3;

    /** Refuses less than nothing. */
    public Silence {
        Objects.requireNonNull(openTime, "openTime");
        if (openTime.isNegative()) {
            throw new IllegalArgumentException("a silence cannot be shorter than nothing: " + openTime);
        }
    }

    /**
     * That of a source last heard of at an instant; empty where the calendar does not say when the unit was open.
     *
     * @param asOf up to which everything that was sent is known
     */
    public static Optional<Silence> of(Instant lastSeen, Instant asOf, WorkCalendar calendar) {
        return calendar.certaintyBetween(lastSeen, asOf) == Certainty.UNKNOWN
                ? Optional.empty()
                : Optional.of(new Silence(calendar.openTimeBetween(lastSeen, asOf)));
    }

    /** Whether the source counts as silent: it missed three heartbeats. */
    public boolean isSilent() {
        return openTime.compareTo(HEARTBEAT.multipliedBy(MISSED_HEARTBEATS)) >= 0;
    }
}
