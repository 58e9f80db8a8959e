package id.tepati.client;

import java.time.Duration;
import java.util.Optional;

/** The pauses between the tries of one request. Not thread-safe. */
final class Backoff {
    private final RetryPolicy policy;
    private final RetryClock clock;
    private final long startedNanos;
    private Duration next;

    /** Its budget begins now. */
    Backoff(RetryPolicy policy, RetryClock clock) {
        this.policy = policy;
        this.clock = clock;
        this.startedNanos = clock.nanoTime();
        this.next = policy.firstPause();
    }

    /**
     * The pause before the next try: as long as its turn says, or as the server asked for where that is longer; empty
     * where it would end with the budget or after it.
     */
    Optional<Duration> next(Duration asked) {
        Duration pause = asked.compareTo(next) > 0 ? asked : next;
        if (spent().plus(pause).compareTo(policy.budget()) >= 0) {
            return Optional.empty();
        }
        next = policy.after(next);
        return Optional.of(pause);
    }

    Duration spent() {
        return Duration.ofNanos(clock.nanoTime() - startedNanos);
    }
}
