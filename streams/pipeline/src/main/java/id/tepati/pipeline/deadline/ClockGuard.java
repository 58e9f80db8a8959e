package id.tepati.pipeline.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wall clock and notices when it jumps against the monotonic one: somebody set it, or the machine slept. By
 * a clock that jumped ahead everything would be late that fell due in the time left out. Confined to a thread.
 */
final class ClockGuard {
    /** Between two readings the clocks may differ by so much: corrections by NTP are far smaller. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final InstantSource wall;
    private final LongSupplier monotonicNanos;
    private @Nullable Instant lastWall;
    private long lastNanos;

    ClockGuard(InstantSource wall, LongSupplier monotonicNanos) {
        this.wall = wall;
        this.monotonicNanos = monotonicNanos;
    }

    /** A reading of the wall clock, and by how much it has jumped since the last one. */
    record Reading(Instant at, Duration jump) {
        boolean isTrustworthy() {
            return jump.abs().compareTo(TOLERANCE) <= 0;
        }
    }

    Reading read() {
        Instant now = wall.instant();
        long nanos = monotonicNanos.getAsLong();
        Duration jump = lastWall == null
                ? Duration.ZERO
                : Duration.between(lastWall, now).minusNanos(nanos - lastNanos);
        lastWall = now;
        lastNanos = nanos;
        return new Reading(now, jump);
    }
}
