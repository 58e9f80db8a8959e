package id.tepati.rules.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The stretch of time that a tally covers. Ordered by kind, then by time. */
public sealed interface Bucket extends Comparable<Bucket> {
    /** How the bucket is written in keys: {@code 2026-11-21} or {@code 2026-11-21T10:05:00Z}. */
    String text();

    /** Reads what {@link #text} wrote. */
    static Bucket parse(String text) {
        return text.indexOf('T') < 0 ? new Day(LocalDate.parse(text)) : new FiveMinutes(Instant.parse(text));
    }

    @Override
    default int compareTo(Bucket other) {
        if (this instanceof Day day && other instanceof Day otherDay) {
            return day.date.compareTo(otherDay.date);
        }
        if (this instanceof FiveMinutes minutes && other instanceof FiveMinutes otherMinutes) {
            return minutes.start.compareTo(otherMinutes.start);
        }
        return this instanceof Day ? -1 : 1;
    }

    /** A local day of the unit; kept for good. */
    record Day(LocalDate date) implements Bucket {
        @Override
        public String text() {
            return date.toString();
        }
    }

    /** Five minutes from {@code start} on, UTC; kept for {@link #KEPT}. */
    record FiveMinutes(Instant start) implements Bucket {
        /** How long after its start the bucket is kept. */
        public static final Duration KEPT = Duration.ofDays(2);

        private static final long SECONDS = 300;

        /** The bucket that an instant falls into. */
        public static FiveMinutes of(Instant instant) {
            return new FiveMinutes(Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), SECONDS) * SECONDS));
        }

        /** Whether it is no longer kept at an instant. */
        public boolean isGoneAt(Instant asOf) {
            return !start.plus(KEPT).isAfter(asOf);
        }

        @Override
        public String text() {
            return start.toString();
        }
    }
}
