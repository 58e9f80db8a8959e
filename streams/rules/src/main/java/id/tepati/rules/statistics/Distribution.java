package id.tepati.rules.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A summary of non-negative whole values that can be merged and taken back: their exact number and sum, how many lie in
 * each bucket of a logarithmic scale, and, where it was built from them, the values themselves. The same values give
 * equal objects in whatever order they were added or taken away. Immutable and thread-safe.
 *
 * <p>Bucket i holds the values above 1.02^(i-1) up to 1.02^i, as in DDSketch (Masson, Rim and Lee, VLDB 2019),
 * so that every value lies within 1 % of its bucket's representative; bucket -1 holds 0. No smaller summary than all
 * values tells the true minimum and maximum once values can be taken back: which value is the largest after that depends on
 * every other. Who only merges can do with the buckets and the two extremes, see {@link #within}.
 */
public final class Distribution {

    /** No values. */
    public static final Distribution EMPTY = new Distribution(0, 0, Multiset.EMPTY, Multiset.EMPTY, 0, 0);

    private static final int LAST_BUCKET = Buckets.indexOf(Long.MAX_VALUE);
    private static final long UNKNOWN = -1;

    private final long count;
    private final long sum;
    private final Multiset buckets;
    /** Null where they are not known. */
    private final @Nullable Multiset values;

    private final long least;
    private final long most;

    private Distribution(long count, long sum, Multiset buckets, @Nullable Multiset values, long least, long most) {
        this.count = count;
        this.sum = sum;
        this.buckets = buckets;
        this.values = values;
        this.least = least;
        this.most = most;
    }

    /** Takes one bucket of a distribution. */
    @FunctionalInterface
    public interface BucketVisitor {
        /** A bucket that holds so many values. */
        void visit(int index, long count);
    }

    /**
     * Builds it from what {@link #sum()} and {@link #buckets()} gave.
     *
     * @throws IllegalArgumentException where a bucket cannot exist or is empty, or the sum does not fit
     */
    public static Distribution of(long sum, SortedMap<Integer, Long> buckets) {
        int[] indexes = new int[buckets.size()];
        long[] counts = new long[buckets.size()];
        int at = 0;
        for (Map.Entry<Integer, Long> bucket : new TreeMap<>(buckets).entrySet()) {
            indexes[at] = bucket.getKey();
            counts[at++] = bucket.getValue();
        }
        return of(sum, indexes, counts);
    }

    /**
     * Builds it from what {@link #sum()} and {@link #forEachBucket} gave.
     *
     * @param indexes ascending
     * @throws IllegalArgumentException where a bucket cannot exist, is empty or out of order, or the sum does not fit
     */
    public static Distribution of(long sum, int[] indexes, long[] counts) {
        Multiset buckets = Multiset.of(Arrays.stream(indexes).asLongStream().toArray(), counts.clone());
        int last = indexes.length - 1;
        if (last >= 0 && (indexes[0] < Buckets.ZERO || indexes[last] > LAST_BUCKET)) {
            throw new IllegalArgumentException("no such buckets: " + Arrays.toString(indexes));
        }
        if (sum < 0 || (sum > 0) != (last >= 0 && indexes[last] > Buckets.ZERO)) {
            throw new IllegalArgumentException(
                    "a sum of " + sum + " does not fit the buckets " + Arrays.toString(indexes));
        }
        long count = 0;
        for (long one : counts) {
            count = Math.addExact(count, one);
        }
        return ofBuckets(count, sum, buckets);
    }

    /**
     * Builds it from its values.
     *
     * @param values ascending
     * @param times how often each is there
     * @throws IllegalArgumentException where a value is negative, not there, or out of order
     */
    public static Distribution of(long[] values, long[] times) {
        if (values.length == 0) {
            return EMPTY;
        }
        Multiset all = Multiset.of(values.clone(), times.clone());
        long[] indexes = new long[values.length];
        long[] counts = new long[values.length];
        int used = 0;
        long count = 0;
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            int index = Buckets.indexOf(values[i]);
            if (used == 0 || indexes[used - 1] != index) {
                indexes[used++] = index;
            }
            counts[used - 1] += times[i];
            count = Math.addExact(count, times[i]);
            sum = Math.addExact(sum, Math.multiplyExact(values[i], times[i]));
        }
        Multiset buckets = Multiset.of(Arrays.copyOf(indexes, used), Arrays.copyOf(counts, used));
        return ofValues(count, sum, buckets, all);
    }

    private static Distribution ofValues(long count, long sum, Multiset buckets, Multiset values) {
        return count == 0 ? EMPTY : new Distribution(count, sum, buckets, values, values.least(), values.most());
    }

    /** A single value is its sum. */
    private static Distribution ofBuckets(long count, long sum, Multiset buckets) {
        if (count == 0) {
            return EMPTY;
        }
        boolean single = count == 1 && Buckets.indexOf(sum) == buckets.least();
        return single
                ? ofValues(count, sum, buckets, Multiset.of(sum))
                : new Distribution(count, sum, buckets, null, UNKNOWN, UNKNOWN);
    }

    /**
     * The same, with its smallest and its largest value known.
     *
     * @throws IllegalArgumentException where it cannot have them
     */
    public Distribution within(long min, long max) {
        boolean fits = count > 0
                && min >= 0
                && Buckets.indexOf(min) == buckets.least()
                && Buckets.indexOf(max) == buckets.most()
                && min <= meanDown()
                && max >= meanUp();
        if (!fits) {
            throw new IllegalArgumentException(this + " does not lie within " + min + " and " + max);
        }
        return new Distribution(count, sum, buckets, values, min, max);
    }

    /**
     * With one more value.
     *
     * @throws IllegalArgumentException where the value is negative
     */
    public Distribution plus(long value) {
        return plus(single(value));
    }

    /**
     * With one value less, which must have been added before.
     *
     * @throws IllegalStateException where no such value is in it: something was taken back that was never given
     */
    public Distribution minus(long value) {
        return minus(single(value));
    }

    private static Distribution single(long value) {
        return ofValues(1, value, Multiset.of(Buckets.indexOf(value)), Multiset.of(value));
    }

    /** With all values of the other one too. */
    public Distribution plus(Distribution other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        boolean extremesKnown = knowsExtremes() && other.knowsExtremes();
        return new Distribution(
                Math.addExact(count, other.count),
                Math.addExact(sum, other.sum),
                buckets.plus(other.buckets),
                values == null || other.values == null ? null : values.plus(other.values),
                extremesKnown ? Math.min(least, other.least) : UNKNOWN,
                extremesKnown ? Math.max(most, other.most) : UNKNOWN);
    }

    /**
     * Without the values of the other one, all of which must have been added before.
     *
     * @throws IllegalStateException where some of them are not in it
     */
    public Distribution minus(Distribution other) {
        if (other.count == 0) {
            return this;
        }
        Multiset fewer = buckets.minus(other.buckets);
        long left = sum - other.sum;
        boolean positive = fewer.size() > 0 && fewer.most() > Buckets.ZERO;
        if (left < 0 || (left > 0) != positive) {
            throw new IllegalStateException(
                    "broken invariant: a sum of " + other.sum + " taken back from a distribution of " + sum);
        }
        return values != null && other.values != null
                ? ofValues(count - other.count, left, fewer, values.minus(other.values))
                : ofBuckets(count - other.count, left, fewer);
    }

    /** How many values there are. */
    public long count() {
        return count;
    }

    /** The exact sum of the values. */
    public long sum() {
        return sum;
    }

    /** Whether the smallest and the largest value are known exactly. */
    public boolean knowsExtremes() {
        return least != UNKNOWN;
    }

    /**
     * The nearest-rank quantile, none where there are no values: off by at most 1 % of the value and half a
     * unit of rounding; whole values up to 50 are exact. It never lies below {@link #min} or above {@link #max}.
     *
     * @param share 0 for the smallest value to 1 for the largest
     */
    public OptionalLong quantile(double share) {
        if (!(0 <= share && share <= 1)) {
            throw new IllegalArgumentException("a quantile is of a share from 0 to 1, not " + share);
        }
        long rank = Math.max(1, rank(share, count));
        if (rank >= count) {
            return max();
        }
        return rank == 1 ? min() : OptionalLong.of(between(Buckets.representative(bucketOf(rank))));
    }

    /** The smallest value: exact where it is known, else as near as {@link #quantile} and not above the mean. */
    public OptionalLong min() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(lowest());
    }

    /** The largest value: exact where it is known, else as near as {@link #quantile} and not below the mean. */
    public OptionalLong max() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(highest());
    }

    private long lowest() {
        return knowsExtremes() ? least : Math.min(Buckets.representative((int) buckets.least()), meanDown());
    }

    private long highest() {
        return knowsExtremes() ? most : Math.max(Buckets.representative((int) buckets.most()), meanUp());
    }

    private long meanDown() {
        return sum / count;
    }

    private long meanUp() {
        return sum / count + (sum % count == 0 ? 0 : 1);
    }

    private long between(long value) {
        return Math.max(lowest(), Math.min(highest(), value));
    }

    private int bucketOf(long rank) {
        long left = rank;
        int at = -1;
        while (left > 0) {
            left -= buckets.times(++at);
        }
        return (int) buckets.number(at);
    }

    /** How many values each bucket holds, empty ones left out. */
    public SortedMap<Integer, Long> buckets() {
        NavigableMap<Integer, Long> all = new TreeMap<>();
        forEachBucket(all::put);
        return Collections.unmodifiableSortedMap(all);
    }

    /** How many buckets hold something. */
    public int width() {
        return buckets.size();
    }

    /** Visits the buckets that hold something, ascending. */
    public void forEachBucket(BucketVisitor visitor) {
        for (int i = 0; i < buckets.size(); i++) {
            visitor.visit((int) buckets.number(i), buckets.times(i));
        }
    }

    /** Whether each value is known. */
    public boolean knowsValues() {
        return values != null;
    }

    /** How many different values there are; 0 where they are not known. */
    public int distinct() {
        return values == null ? 0 : values.size();
    }

    /** The value at a place from 0 on, ascending, of the {@link #distinct} ones. */
    public long value(int at) {
        return Objects.requireNonNull(values, "the values are not known").number(at);
    }

    /** How often that value is there. */
    public long times(int at) {
        return Objects.requireNonNull(values, "the values are not known").times(at);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Distribution that
                && sum == that.sum
                && least == that.least
                && most == that.most
                && buckets.equals(that.buckets)
                && Objects.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(sum) + buckets.hashCode();
    }

    @Override
    public String toString() {
        return "Distribution[count=" + count + ", sum=" + sum + ", min=" + min() + ", max=" + max() + ", buckets="
                + buckets() + "]";
    }

    /** Computed in decimals: in binary, 0.07 of 100 values would be the 8th. */
    private static long rank(double share, long count) {
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(count))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
