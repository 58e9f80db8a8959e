package id.tepati.rules.catalogue;

import java.time.Duration;

/** How much time a promise gives, in the unit in which it was published. */
public sealed interface Within {
    /** Wall-clock minutes or hours, around the clock. */
    record WallTime(Duration amount) implements Within {
        /** Refuses amounts that are not positive. */
        public WallTime {
            requirePositive(amount);
        }
    }

    /** Minutes or hours that pass only while the office is open: what "menit" and "jam" of a counter mean. */
    record OfficeTime(Duration amount) implements Within {
        /** Refuses amounts that are not positive. */
        public OfficeTime {
            requirePositive(amount);
        }
    }

    /** Hari kerja: the day of the start is not counted. */
    record WorkingDays(int amount) implements Within {
        /** Refuses amounts that are not positive. */
        public WorkingDays {
            requirePositive(amount);
        }
    }

    /** Hari kalender: the day of the start is not counted. */
    record CalendarDays(int amount) implements Within {
        /** Refuses amounts that are not positive. */
        public CalendarDays {
            requirePositive(amount);
        }
    }

    /** As long as the case itself was promised. */
    record Stated() implements Within {}

    /** A standard without a number: never late, never on time, itself a finding. */
    record Unknown() implements Within {}

    private static void requirePositive(Duration amount) {
        if (amount.isZero() || amount.isNegative()) {
            throw new IllegalArgumentException("a promise needs an amount above zero: " + amount);
        }
    }

    private static void requirePositive(int amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a promise needs an amount above zero: " + amount);
        }
    }
}
