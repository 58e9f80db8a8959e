package id.tepati.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Holds the past back while the pipeline has enough to do, so that what happens now is judged at once and the server
 * stays at hand for others. Used by one thread.
 */
final class Pacer {
    private final HttpDoor door;
    private final Clock clock;
    private final Patience patience;
    private final Duration mayLag;

    /**
     * Watches the server behind a door.
     *
     * @param mayLag how far the pipeline may be behind while more is sent
     */
    Pacer(HttpDoor door, Clock clock, Patience patience, Duration mayLag) {
        this.door = door;
        this.clock = clock;
        this.patience = patience;
        this.mayLag = mayLag;
    }

    /** Returns when there is room for more, or when the demo is stopped. */
    void awaitRoom() {
        while (!patience.isOver() && lag().compareTo(mayLag) > 0) {
            patience.rest();
        }
    }

    private Duration lag() {
        Instant now = clock.instant();
        return door.asOf().map(asOf -> Duration.between(asOf, now)).orElse(Duration.ZERO);
    }
}
