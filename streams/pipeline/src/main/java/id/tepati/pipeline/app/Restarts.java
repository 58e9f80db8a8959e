package id.tepati.pipeline.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Allows a thread to be replaced a few times in a while, so that a lasting error does not restart for ever. */
final class Restarts {
    private static final int AT_MOST = 3;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Deque<Instant> recent = new ArrayDeque<>();

    Restarts(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean allowOneMore() {
        Instant now = clock.instant();
        recent.removeIf(at -> at.plus(WITHIN).isBefore(now));
        if (recent.size() >= AT_MOST) {
            return false;
        }
        recent.add(now);
        return true;
    }
}
