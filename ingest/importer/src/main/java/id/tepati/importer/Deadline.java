package id.tepati.importer;

import java.time.Duration;

/** The end of a wait, by a clock that never jumps. */
final class Deadline {
    private final long startedNanos = System.nanoTime();
    private final long nanos;

    Deadline(Duration wait) {
        this.nanos = wait.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - startedNanos >= nanos;
    }
}
