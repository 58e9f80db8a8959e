package id.tepati.rules.statistics;

/**
 * Wilson's 95 % score interval of a share, without continuity correction: E. B. Wilson, "Probable inference, the law
 * of succession, and statistical inference", Journal of the American Statistical Association 22 (1927), 209-212.
 */
public final class WilsonInterval {

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /** Bounds of a share, 0 to 1. */
    public record Interval(double low, double high) {

        /** Checks the order of the bounds. */
        public Interval {
            if (!(0 <= low && low <= high && high <= 1)) {
                throw new IllegalArgumentException("an interval of shares lies in 0 to 1: " + low + " to " + high);
            }
        }
    }

    /**
     * The interval of {@code successes} out of {@code n}.
     *
     * @throws IllegalArgumentException where n is not positive, for no share is known then, or the successes
     *     are not between 0 and n
     */
    public static Interval of(long successes, long n) {
        if (n <= 0 || successes < 0 || successes > n) {
            throw new IllegalArgumentException("no share can be taken of " + successes + " out of " + n);
        }
        double share = (double) successes / n;
        double z2 = Z * Z / n;
        double centre = share + z2 / 2;
        double margin = Z * Math.sqrt((share * (1 - share) + z2 / 4) / n);
        double low = successes == 0 ? 0 : (centre - margin) / (1 + z2);
        double high = successes == n ? 1 : (centre + margin) / (1 + z2);
        return new Interval(low, high);
    }
}
