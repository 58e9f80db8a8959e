package id.tepati.importer;

import java.time.Duration;

/** Pauses between repetitions of one request, each twice as long as the one before, until the time is used up. */
final class Backoff {
    private final ImportLimits pace;
    private final long startedNanos = System.nanoTime();
    private Duration next;

    Backoff(ImportLimits pace) {
        this.pace = pace;
        this.next = pace.firstPause();
    }

    /**
     * Pauses as long as its turn says, or as long as the gateway asked for where that is longer.
     *
     * @return false at once where the pause would end after the time for repetitions
     */
    boolean pause(Duration asked) {
        Duration pause = asked.compareTo(next) > 0 ? asked : next;
        Duration used = Duration.ofNanos(System.nanoTime() - startedNanos);
        if (used.plus(pause).compareTo(pace.repeatFor()) > 0) {
            return false;
        }
        rest(pause);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(pace.longestPause()) > 0 ? pace.longestPause() : doubled;
        return true;
    }

    static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw GatewayClient.interrupted(e);
        }
    }
}
