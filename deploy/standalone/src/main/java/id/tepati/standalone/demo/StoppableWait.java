package id.tepati.standalone.demo;

import id.tepati.client.RetryClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Rests that end at once when the demo is stopped, those between tries of a request too. Thread-safe. */
final class StoppableWait implements RetryClock {
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
            pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    @Override
    public boolean pause(Duration time) throws InterruptedException {
        return !over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    void end() {
        over.countDown();
    }
}
