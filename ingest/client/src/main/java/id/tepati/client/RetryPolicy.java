package id.tepati.client;

import java.time.Duration;

/**
 * For how long a request is repeated, and with which pauses.
 *
 * @param firstPause before the first repetition; each further one is twice as long
 * @param longestPause no pause is longer, unless the server asks for it
 * @param budget from the first try on; no pause begins that would end later
 */
public record RetryPolicy(Duration firstPause, Duration longestPause, Duration budget) {
    /** Nothing is repeated, for somebody who waits at a console and can. */
    public static final RetryPolicy ONCE = new RetryPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** For work that nobody waits for: for a minute, at last every five seconds. */
    public static final RetryPolicy A_MINUTE =
            new RetryPolicy(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMinutes(1));

    /** Refuses negative durations. */
    public RetryPolicy {
        if (firstPause.isNegative() || longestPause.isNegative() || budget.isNegative()) {
            throw new IllegalArgumentException("pauses and budget must be >= 0");
        }
    }

    Duration after(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
