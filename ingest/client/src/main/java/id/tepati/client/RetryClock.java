package id.tepati.client;

import java.time.Duration;
import java.time.Instant;

/** By which repetitions are paced: tells the time, and lets it pass. Thread-safe. */
public interface RetryClock {
    /** The clock of this machine; its pauses end early only where the thread is interrupted. */
    RetryClock SYSTEM = pause -> {
        Thread.sleep(pause.toMillis());
        return true;
    };

    /**
     * Waits.
     *
     * @return false at once where somebody wants an end of it, so that nothing is tried again
     */
    boolean pause(Duration pause) throws InterruptedException;

    /** Runs ahead evenly, from whatever beginning. */
    default long nanoTime() {
        return System.nanoTime();
    }

    /** The time of day, for what a server says with a date. */
    default Instant now() {
        return Instant.now();
    }
}
