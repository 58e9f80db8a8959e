package id.tepati.rules.catalogue;

import java.time.Duration;

/** How much time a promise gives, in the unit in which it was published. */
public sealed interface Within {
    /** Asks the visitor about the unit of time that this is. */
    <R> R accept(Visitor<R> visitor);

    /** Whether the end moves by the time in which the case waits for somebody outside. */
    boolean isMovedByPause();

    /** What is to be done for each unit of time; the amounts are above zero. */
    interface Visitor<R> {
        /** For {@link WallTime}. */
        R wallTime(Duration amount);

        /** For {@link OfficeTime}. */
        R officeTime(Duration amount);

        /** For {@link WorkingDays}. */
        R workingDays(int amount);

        /** For {@link CalendarDays}. */
        R calendarDays(int amount);

        /** For {@link Stated}. */
        R stated();

        /** For {@link Unknown}. */
        R unknown();
    }

    /** Wall-clock minutes or hours, around the clock. */
    record WallTime(Duration amount) implements Within {
        /** Refuses amounts that are not positive. */
        public WallTime {
            requirePositive(amount);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wallTime(amount);
        }

        @Override
        public boolean isMovedByPause() {
            return true;
        }
    }

    /** Minutes or hours that pass only while the office is open: what "menit" and "jam" of a counter mean. */
    record OfficeTime(Duration amount) implements Within {
        /** Refuses amounts that are not positive. */
        public OfficeTime {
            requirePositive(amount);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.officeTime(amount);
        }

        @Override
        public boolean isMovedByPause() {
            return true;
        }
    }

    /** Hari kerja: the day of the start is not counted. */
    record WorkingDays(int amount) implements Within {
        /** Refuses amounts that are not positive. */
        public WorkingDays {
            requirePositive(amount);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workingDays(amount);
        }

        @Override
        public boolean isMovedByPause() {
            return true;
        }
    }

    /** Hari kalender: the day of the start is not counted. */
    record CalendarDays(int amount) implements Within {
        /** Refuses amounts that are not positive. */
        public CalendarDays {
            requirePositive(amount);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.calendarDays(amount);
        }

        @Override
        public boolean isMovedByPause() {
            return true;
        }
    }

    /** As long as the case itself was promised: its end stands, whatever happens meanwhile. */
    record Stated() implements Within {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stated();
        }

        @Override
        public boolean isMovedByPause() {
            return false;
        }
    }

    /** A standard without a number: never late, never on time, itself a finding. */
    record Unknown() implements Within {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknown();
        }

        @Override
        public boolean isMovedByPause() {
            return false;
        }
    }

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
