package id.tepati.dashboard.readmodel;

import id.tepati.rules.statistics.Distribution;
import java.util.Map;

/**
 * A distribution as a tally record states it. There are millions of them and many are added up for one answer, so
 * each is a single array. Immutable.
 */
public final class SparseCounts {
    private static final SparseCounts EMPTY = new SparseCounts(new long[] {0, 0, 0});

    /** Places of the sum and the extremes, before the buckets. */
    private static final int SUM = 0;

    private static final int MIN = 1;
    private static final int MAX = 2;
    private static final int BUCKETS = 3;

    private static final long UNKNOWN = -1;

    /** Bits of a count; the bucket, one up so that it is not negative, lies above them. */
    private static final int COUNT_BITS = 48;

    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    /** The sum, the smallest and the largest value, then a bucket and its count in each. */
    private final long[] packed;

    private SparseCounts(long[] packed) {
        this.packed = packed;
    }

    /**
     * Packs a distribution.
     *
     * @throws IllegalArgumentException where a count is too large
     */
    static SparseCounts of(Distribution counted) {
        if (counted.count() == 0) {
            return EMPTY;
        }
        if (counted.count() > COUNT_MASK) {
            throw new IllegalArgumentException("no more than " + COUNT_MASK + " values can be held: " + counted);
        }
        long[] packed = new long[BUCKETS + counted.width()];
        packed[SUM] = counted.sum();
        packed[MIN] = counted.knowsExtremes() ? counted.min().orElseThrow() : UNKNOWN;
        packed[MAX] = counted.knowsExtremes() ? counted.max().orElseThrow() : UNKNOWN;
        int at = BUCKETS;
        for (Map.Entry<Integer, Long> bucket : counted.buckets().entrySet()) {
            packed[at++] = ((long) (bucket.getKey() + 1) << COUNT_BITS) | bucket.getValue();
        }
        return new SparseCounts(packed);
    }

    /** The exact sum of the values. */
    public long sum() {
        return packed[SUM];
    }

    /** Whether the smallest and the largest value are known. */
    public boolean knowsExtremes() {
        return packed[MIN] != UNKNOWN;
    }

    /** The smallest value, where it is known and there is one. */
    public long min() {
        return packed[MIN];
    }

    /** The largest value, where it is known and there is one. */
    public long max() {
        return packed[MAX];
    }

    /** How many buckets hold something. */
    public int size() {
        return packed.length - BUCKETS;
    }

    /** The bucket at a place from 0 on, ascending. */
    public int bucket(int at) {
        return (int) (packed[at + BUCKETS] >>> COUNT_BITS) - 1;
    }

    /** How many values that bucket holds. */
    public long count(int at) {
        return packed[at + BUCKETS] & COUNT_MASK;
    }
}
