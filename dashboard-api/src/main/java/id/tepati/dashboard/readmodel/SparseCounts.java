package id.tepati.dashboard.readmodel;

import java.util.Map;
import java.util.SortedMap;

/**
 * A distribution as a tally record states it, kept in arrays: many of them are added up for one answer. Immutable.
 */
public final class SparseCounts {
    private static final SparseCounts EMPTY = new SparseCounts(0, new int[0], new long[0]);

    private final long sum;
    private final int[] buckets;
    private final long[] counts;

    private SparseCounts(long sum, int[] buckets, long[] counts) {
        this.sum = sum;
        this.buckets = buckets;
        this.counts = counts;
    }

    static SparseCounts of(long sum, SortedMap<Integer, Long> counted) {
        if (counted.isEmpty()) {
            return EMPTY;
        }
        int[] buckets = new int[counted.size()];
        long[] counts = new long[counted.size()];
        int at = 0;
        for (Map.Entry<Integer, Long> entry : counted.entrySet()) {
            buckets[at] = entry.getKey();
            counts[at++] = entry.getValue();
        }
        return new SparseCounts(sum, buckets, counts);
    }

    /** The exact sum of the values. */
    public long sum() {
        return sum;
    }

    /** How many buckets hold something. */
    public int size() {
        return buckets.length;
    }

    /** The bucket at a place from 0 on, ascending. */
    public int bucket(int at) {
        return buckets[at];
    }

    /** How many values that bucket holds. */
    public long count(int at) {
        return counts[at];
    }
}
