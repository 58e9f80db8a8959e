package id.tepati.standalone.app;

import id.tepati.dashboard.http.Health;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sees for how long something has stood still that should move. It has to be looked at all the time: what passed
 * between two looks counts as a second at most, so that a process that was put to sleep does not blame its parts.
 * Thread-safe where its supplier is.
 */
final class Standstill {
    private static final Duration AT_MOST_A_LOOK = Duration.ofSeconds(1);
    private static final Duration AT_LEAST_A_LOOK = Duration.ofMillis(500);

    private final Supplier<? extends Map<?, ?>> positions;
    private final LongSupplier nanos;
    private final Map<Object, Still> stills = new HashMap<>();
    private long lastLook;

    private record Still(Object position, Duration since) {}

    /**
     * When something that stands still keeps the process from its work, and when only a new start is left to try.
     *
     * @param unready after so long
     * @param dead after so long; null for never
     */
    record Bounds(Duration unready, Optional<Duration> dead) {
        private static final Duration UNREADY = Duration.ofSeconds(20);
        private static final Duration DEAD = Duration.ofMinutes(3);

        /** Where a new start mends it. */
        static final Bounds OWN = new Bounds(UNREADY, Optional.of(DEAD));

        /** Where others have to mend it. */
        static final Bounds FOREIGN = new Bounds(UNREADY, Optional.empty());
    }

    /**
     * Begins to watch.
     *
     * @param positions where everything stands that should move now, by name
     * @param nanos the monotonic clock
     */
    Standstill(Supplier<? extends Map<?, ?>> positions, LongSupplier nanos) {
        this.positions = positions;
        this.nanos = nanos;
        this.lastLook = nanos.getAsLong();
    }

    /** For how long that has stood still which has done so longest. */
    synchronized Duration look() {
        long now = nanos.getAsLong();
        Duration passed = Duration.ofNanos(now - lastLook);
        if (passed.compareTo(AT_LEAST_A_LOOK) >= 0) {
            lastLook = now;
            look(passed.compareTo(AT_MOST_A_LOOK) < 0 ? passed : AT_MOST_A_LOOK);
        }
        return stills.values().stream()
                .map(Still::since)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void look(Duration passed) {
        Map<?, ?> found = positions.get();
        stills.keySet().retainAll(found.keySet());
        found.forEach((name, position) -> stills.merge(
                name,
                new Still(position, Duration.ZERO),
                (before, now) -> before.position().equals(now.position())
                        ? new Still(now.position(), before.since().plus(passed))
                        : now));
    }

    /**
     * As the health of a role.
     *
     * @param what begins the sentence that says for how long, such as {@code Kafka has not answered}
     */
    Health health(String what, Bounds bounds) {
        return new Health(
                () -> bounds.dead().flatMap(bound -> why(what, bound, "restart the process")),
                () -> why(what, bounds.unready(), "read the log"));
    }

    private Optional<String> why(String what, Duration bound, String cure) {
        Duration still = look();
        return still.compareTo(bound) < 0
                ? Optional.empty()
                : Optional.of(what + " for " + still.toSeconds() + " s: " + cure + ".");
    }
}
