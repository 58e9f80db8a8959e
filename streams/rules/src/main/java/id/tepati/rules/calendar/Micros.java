package id.tepati.rules.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Whole microseconds since 1970: the resolution in which open time is summed. */
final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final long NANOS = 1_000;

    private Micros() {}

    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / NANOS);
    }

    /** Rounded up, so that no amount is reached too early. */
    static long of(Duration duration) {
        long parts = (duration.getNano() + NANOS - 1) / NANOS;
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), PER_SECOND), parts);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
