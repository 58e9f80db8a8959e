package id.tepati.standalone.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Rests that end at once when the demo is stopped. Thread-safe. */
final class StoppableWait {
    private final CountDownLatch over = new CountDownLatch(1);
    private final Duration rest;

    StoppableWait(Duration rest) {
        this.rest = rest;
    }

    /** Rests once. */
    void rest() {
        rest(rest);
    }

    /** Rests that long. */
    void rest(Duration time) {
        try {
            boolean ended = over.await(time.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    void end() {
        over.countDown();
    }
}
