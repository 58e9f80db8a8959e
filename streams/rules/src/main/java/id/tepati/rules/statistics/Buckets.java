package id.tepati.rules.statistics;

/** The logarithmic scale of {@link Distribution}, computed with StrictMath: the same on every machine. */
final class Buckets {

    /** The bucket of the value 0. */
    static final int ZERO = -1;

    private static final double BASE = 1.02;
    private static final double LOG_BASE = StrictMath.log(BASE);

    private Buckets() {}

    static int indexOf(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a distribution holds no negative value: " + value);
        }
        return value == 0 ? ZERO : (int) StrictMath.ceil(StrictMath.log((double) value) / LOG_BASE);
    }

    /** The whole number nearest to the value that is equally far, as a ratio, from both ends of the bucket. */
    static long representative(int index) {
        return index == ZERO ? 0 : StrictMath.round(2 * StrictMath.pow(BASE, index) / (BASE + 1));
    }
}
