package id.tepati.rules.tally;

import id.tepati.rules.statistics.Distribution;

/**
 * Counts of one promise of one service of one unit in one bucket; also what a single case adds to them. Immutable;
 * adding and taking back are exact inverses, in any order.
 *
 * @param opened clocks started
 * @param noPromise of those, the ones without a number to be held to
 * @param onTime kept
 * @param late broken, those still open included
 * @param lateOpen the part of {@code late} that is still open
 * @param cancelled fallen away
 * @param unserved ended with the service day while waiting, the promise not used up
 * @param duration seconds from start to stop, less pauses and closed gaps
 * @param used share of the promise that was used, in ten-thousandths
 */
public record Tally(
        long opened,
        long noPromise,
        long onTime,
        long late,
        long lateOpen,
        long cancelled,
        long unserved,
        Distribution duration,
        Distribution used) {
    /** Nothing counted. */
    public static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0, Distribution.EMPTY, Distribution.EMPTY);

    /** Refuses counts below zero: something was taken back that had not been added. */
    public Tally {
        // the sign of a bitwise or is that of the least
        if ((opened | noPromise | onTime | late | lateOpen | cancelled | unserved) < 0) {
            throw new IllegalStateException("a tally fell below zero: opened " + opened + ", noPromise " + noPromise
                    + ", onTime " + onTime + ", late " + late + ", lateOpen " + lateOpen + ", cancelled " + cancelled
                    + ", unserved " + unserved);
        }
    }

    /** The sum of both. */
    public Tally plus(Tally other) {
        return new Tally(
                opened + other.opened,
                noPromise + other.noPromise,
                onTime + other.onTime,
                late + other.late,
                lateOpen + other.lateOpen,
                cancelled + other.cancelled,
                unserved + other.unserved,
                duration.plus(other.duration),
                used.plus(other.used));
    }

    /** Takes back what was added before. */
    public Tally minus(Tally other) {
        return new Tally(
                opened - other.opened,
                noPromise - other.noPromise,
                onTime - other.onTime,
                late - other.late,
                lateOpen - other.lateOpen,
                cancelled - other.cancelled,
                unserved - other.unserved,
                duration.minus(other.duration),
                used.minus(other.used));
    }

    /** How many promises came to a verdict: the n of the attainment. */
    public long judged() {
        return onTime + late;
    }

    /** Whether nothing is counted. */
    public boolean isZero() {
        return equals(ZERO);
    }
}
