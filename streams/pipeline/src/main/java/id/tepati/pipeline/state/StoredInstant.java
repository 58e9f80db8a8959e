package id.tepati.pipeline.state;

import java.time.Instant;

/** Instants as microseconds since 1970; what lies before all of them is {@link Instant#MIN}. */
public final class StoredInstant {
    private static final long PER_SECOND = 1_000_000;

    private StoredInstant() {}

    /** Microseconds since 1970. */
    public static long of(Instant instant) {
        return instant.equals(Instant.MIN)
                ? Long.MIN_VALUE
                : Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1000);
    }

    /** The instant of so many microseconds. */
    public static Instant instant(long micros) {
        return micros == Long.MIN_VALUE
                ? Instant.MIN
                : Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000L);
    }
}
