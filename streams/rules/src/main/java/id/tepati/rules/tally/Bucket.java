package id.tepati.rules.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** The stretch of time that a tally covers. Ordered by kind, then by time. */
public sealed interface Bucket extends Comparable<Bucket> {
    /** How the bucket is written in keys: {@code 2026-11-21} or {@code 2026-11-21T10:05:00Z}. */
    String text();

    /** Reads what {@link #text} wrote. */
    static Bucket parse(String text) {
        return text.indexOf('T') < 0 ? new Day(LocalDate.parse(text)) : new FiveMinutes(Instant.parse(text));
    }

    /** Asks about the day, or about the start of the five minutes. */
    <R> R either(Function<LocalDate, ? extends R> day, Function<Instant, ? extends R> fiveMinutes);

    /** Where its kind stands among the kinds. */
    int kindOrder();

    /** Where it stands among those of its kind. */
    long timeOrder();

    @Override
    default int compareTo(Bucket other) {
        int byKind = Integer.compare(kindOrder(), other.kindOrder());
        return byKind != 0 ? byKind : Long.compare(timeOrder(), other.timeOrder());
    }

    /** A local day of the unit; kept for good. */
    record Day(LocalDate date) implements Bucket {
        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public <R> R either(Function<LocalDate, ? extends R> day, Function<Instant, ? extends R> fiveMinutes) {
            return day.apply(date);
        }

        @Override
        public int kindOrder() {
            return 0;
        }

        @Override
        public long timeOrder() {
            return date.toEpochDay();
        }
    }

    /** Five minutes from {@code start} on, UTC; kept for {@link #KEPT}. */
    record FiveMinutes(Instant start) implements Bucket {
        /** How long after its start the bucket is kept. */
        public static final Duration KEPT = Duration.ofDays(2);

        private static final long SECONDS = 300;

        /** Refuses a start at which no bucket begins. */
        public FiveMinutes {
            if (start.getNano() != 0 || Math.floorMod(start.getEpochSecond(), SECONDS) != 0) {
                throw new IllegalArgumentException("no five minutes begin at " + start);
            }
        }

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

        @Override
        public <R> R either(Function<LocalDate, ? extends R> day, Function<Instant, ? extends R> fiveMinutes) {
            return fiveMinutes.apply(start);
        }

        @Override
        public int kindOrder() {
            return 1;
        }

        @Override
        public long timeOrder() {
            return start.getEpochSecond();
        }
    }
}
