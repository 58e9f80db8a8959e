package id.tepati.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for the pauses, which are over at once. */
final class ManualClock implements RetryClock {
    final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T05:00:00Z");
    private boolean stopped;

    @Override
    public boolean pause(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
        return !stopped;
    }

    @Override
    public long nanoTime() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public Instant now() {
        return now;
    }

    void stop() {
        stopped = true;
    }
}
