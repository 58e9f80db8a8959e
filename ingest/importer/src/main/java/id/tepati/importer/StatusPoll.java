package id.tepati.importer;

import java.time.Duration;

/** The looks at a status until something has come about or the time for it is over, by a clock that never jumps. */
final class StatusPoll {
    private final long startedNanos = System.nanoTime();
    private final long nanos;
    private final Duration pause;

    /** Begins now. */
    StatusPoll(Duration atMost, Duration pause) {
        this.nanos = atMost.toNanos();
        this.pause = pause;
    }

    /** Waits until it is time for the next look; false at once where the time is over. */
    boolean again() {
        if (System.nanoTime() - startedNanos >= nanos) {
            return false;
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImportException.interrupted(e);
        }
        return true;
    }
}
