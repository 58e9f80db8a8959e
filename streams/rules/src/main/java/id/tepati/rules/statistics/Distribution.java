package id.tepati.rules.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A summary of non-negative whole values that can be merged and taken back: their exact number and sum, and
 * how many lie in each bucket of a logarithmic scale. The same values give equal objects in whatever order
 * they were added or taken away. Immutable and thread-safe.
 *
 * <p>Bucket i holds the values above 1.02^(i-1) up to 1.02^i, as in DDSketch (Masson, Rim and Lee, VLDB 2019),
 * so that every value lies within 1 % of its bucket's representative; bucket -1 holds 0.
 */
public final class Distribution {

    /** No values. */
    public static final Distribution EMPTY = new Distribution(0, 0, new int[0], new long[0]);

    private static final int LAST_BUCKET = Buckets.indexOf(Long.MAX_VALUE);

    private final long count;
    private final long sum;
    /** Ascending, one for each bucket that holds something. */
    private final int[] indexes;

    private final long[] counts;

    private Distribution(long count, long sum, int[] indexes, long[] counts) {
        this.count = count;
        this.sum = sum;
        this.indexes = indexes;
        this.counts = counts;
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
     * Builds it from what {@link #sum()} and {@link #forEachBucket} gave; takes the arrays over.
     *
     * @param indexes ascending
     * @throws IllegalArgumentException where a bucket cannot exist, is empty or out of order, or the sum does not fit
     */
    public static Distribution of(long sum, int[] indexes, long[] counts) {
        long count = 0;
        for (int at = 0; at < indexes.length; at++) {
            int least = at == 0 ? Buckets.ZERO : indexes[at - 1] + 1;
            if (indexes[at] < least || indexes[at] > LAST_BUCKET || counts[at] <= 0) {
                throw new IllegalArgumentException(
                        "no bucket " + indexes[at] + " can hold " + counts[at] + " values there");
            }
            count = Math.addExact(count, counts[at]);
        }
        if (sum < 0 || (sum > 0) != (count > 0 && indexes[indexes.length - 1] > Buckets.ZERO)) {
            throw new IllegalArgumentException(
                    "a sum of " + sum + " does not fit the buckets " + Arrays.toString(indexes));
        }
        return new Distribution(count, sum, indexes, counts);
    }

    /**
     * With one more value.
     *
     * @throws IllegalArgumentException where the value is negative
     */
    public Distribution plus(long value) {
        int index = Buckets.indexOf(value);
        int at = Arrays.binarySearch(indexes, index);
        long newSum = Math.addExact(sum, value);
        if (at >= 0) {
            long[] more = counts.clone();
            more[at]++;
            return new Distribution(count + 1, newSum, indexes, more);
        }
        int gap = -at - 1;
        int[] wider = Arrays.copyOf(indexes, indexes.length + 1);
        long[] more = Arrays.copyOf(counts, counts.length + 1);
        System.arraycopy(indexes, gap, wider, gap + 1, indexes.length - gap);
        System.arraycopy(counts, gap, more, gap + 1, counts.length - gap);
        wider[gap] = index;
        more[gap] = 1;
        return new Distribution(count + 1, newSum, wider, more);
    }

    /**
     * With one value less, which must have been added before.
     *
     * @throws IllegalStateException where no such value is in it: something was taken back that was never given
     */
    public Distribution minus(long value) {
        int at = Arrays.binarySearch(indexes, Buckets.indexOf(value));
        if (at < 0) {
            throw neverGiven("the value " + value);
        }
        long[] fewer = counts.clone();
        fewer[at]--;
        return shrunk(count - 1, sum - value, indexes, fewer);
    }

    /** With all values of the other one too. */
    public Distribution plus(Distribution other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        int[] merged = new int[indexes.length + other.indexes.length];
        long[] more = new long[merged.length];
        int used = 0;
        for (int i = 0, j = 0; i < indexes.length || j < other.indexes.length; used++) {
            int mine = i < indexes.length ? indexes[i] : Integer.MAX_VALUE;
            int theirs = j < other.indexes.length ? other.indexes[j] : Integer.MAX_VALUE;
            merged[used] = Math.min(mine, theirs);
            more[used] = (mine <= theirs ? counts[i++] : 0) + (theirs <= mine ? other.counts[j++] : 0);
        }
        return new Distribution(
                Math.addExact(count, other.count),
                Math.addExact(sum, other.sum),
                Arrays.copyOf(merged, used),
                Arrays.copyOf(more, used));
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
        long[] fewer = counts.clone();
        for (int i = 0; i < other.indexes.length; i++) {
            int at = Arrays.binarySearch(indexes, other.indexes[i]);
            if (at < 0 || fewer[at] < other.counts[i]) {
                throw neverGiven(other.counts[i] + " values of bucket " + other.indexes[i]);
            }
            fewer[at] -= other.counts[i];
        }
        return shrunk(count - other.count, sum - other.sum, indexes, fewer);
    }

    /** How many values there are. */
    public long count() {
        return count;
    }

    /** The exact sum of the values. */
    public long sum() {
        return sum;
    }

    /**
     * The nearest-rank quantile, none where there are no values: off by at most 1 % of the value and half a
     * unit of rounding; whole values up to 50 are exact.
     *
     * @param share 0 for the smallest value to 1 for the largest
     */
    public OptionalLong quantile(double share) {
        if (!(0 <= share && share <= 1)) {
            throw new IllegalArgumentException("a quantile is of a share from 0 to 1, not " + share);
        }
        long rank = Math.max(1, rank(share, count));
        for (int i = 0; i < indexes.length; i++) {
            rank -= counts[i];
            if (rank <= 0) {
                return OptionalLong.of(Buckets.representative(indexes[i]));
            }
        }
        return OptionalLong.empty();
    }

    /** The largest value, as near as {@link #quantile} tells it. */
    public OptionalLong max() {
        return quantile(1);
    }

    /** How many values each bucket holds, empty ones left out. */
    public SortedMap<Integer, Long> buckets() {
        NavigableMap<Integer, Long> buckets = new TreeMap<>();
        forEachBucket(buckets::put);
        return Collections.unmodifiableSortedMap(buckets);
    }

    /** How many buckets hold something. */
    public int width() {
        return indexes.length;
    }

    /** Visits the buckets that hold something, ascending. */
    public void forEachBucket(BucketVisitor visitor) {
        for (int i = 0; i < indexes.length; i++) {
            visitor.visit(indexes[i], counts[i]);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Distribution that
                && sum == that.sum
                && Arrays.equals(indexes, that.indexes)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(sum) + Arrays.hashCode(indexes)) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Distribution[count=" + count + ", sum=" + sum + ", buckets=" + buckets() + "]";
    }

    /** Computed in decimals: in binary, 0.07 of 100 values would be the 8th. */
    private static long rank(double share, long count) {
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(count))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Leaves out the buckets that became empty and checks that what remains can exist. */
    private static Distribution shrunk(long count, long sum, int[] indexes, long[] counts) {
        int[] kept = new int[indexes.length];
        long[] left = new long[indexes.length];
        int used = 0;
        for (int i = 0; i < indexes.length; i++) {
            if (counts[i] > 0) {
                kept[used] = indexes[i];
                left[used++] = counts[i];
            }
        }
        boolean positive = used > 0 && kept[used - 1] > Buckets.ZERO;
        if (sum < 0 || (sum > 0) != positive) {
            throw neverGiven("a sum that leaves " + sum + " for " + count + " values");
        }
        return new Distribution(count, sum, Arrays.copyOf(kept, used), Arrays.copyOf(left, used));
    }

    private static IllegalStateException neverGiven(String what) {
        return new IllegalStateException("broken invariant: " + what + " taken back from a distribution, never added");
    }
}
