package id.tepati.dashboard.readmodel;

import java.util.Map;
import java.util.SortedMap;

/**
 * A distribution as a tally record states it. There are millions of them and many are added up for one answer, so
 * each is a single array. Immutable.
 */
public final class SparseCounts {
    private static final SparseCounts EMPTY = new SparseCounts(new long[] {0});

    /** Bits of a count; the bucket, one up so that it is not negative, lies above them. */
    private static final int COUNT_BITS = 48;

    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    /** The sum, then a bucket and its count in each. */
    private final long[] packed;

    private SparseCounts(long[] packed) {
        this.packed = packed;
    }

    /**
     * Packs a distribution.
     *
     * @throws IllegalArgumentException where a bucket or a count cannot be one
     */
    static SparseCounts of(long sum, SortedMap<Integer, Long> counted) {
        if (counted.isEmpty()) {
            return EMPTY;
        }
        long[] packed = new long[counted.size() + 1];
        packed[0] = sum;
        int at = 1;
        for (Map.Entry<Integer, Long> entry : counted.entrySet()) {
            int bucket = entry.getKey() + 1;
            long count = entry.getValue();
            if (bucket < 0 || bucket > Short.MAX_VALUE || count <= 0 || count > COUNT_MASK) {
                throw new IllegalArgumentException("no bucket " + entry.getKey() + " can hold " + count + " values");
            }
            packed[at++] = ((long) bucket << COUNT_BITS) | count;
        }
        return new SparseCounts(packed);
    }

    /** The exact sum of the values. */
    public long sum() {
        return packed[0];
    }

    /** How many buckets hold something. */
    public int size() {
        return packed.length - 1;
    }

    /** The bucket at a place from 0 on, ascending. */
    public int bucket(int at) {
        return (int) (packed[at + 1] >>> COUNT_BITS) - 1;
    }

    /** How many values that bucket holds. */
    public long count(int at) {
        return packed[at + 1] & COUNT_MASK;
    }
}
