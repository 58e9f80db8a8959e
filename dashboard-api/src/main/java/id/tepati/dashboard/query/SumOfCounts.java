package id.tepati.dashboard.query;

import id.tepati.dashboard.store.SparseCounts;
import id.tepati.rules.statistics.Distribution;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up distributions in one array: a city's month is tens of thousands of them. Confined to one query. */
final class SumOfCounts implements SparseCounts.Reader {
    /** The bucket of the value 0 is -1. */
    private static final int OFFSET = 1;

    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = -1;
    private boolean knowsExtremes = true;
    private long[] counts = {};
    private Distribution singles = Distribution.EMPTY;

    void add(SparseCounts other) {
        other.read(this);
    }

    @Override
    public void start(long itsSum, long itsMin, long itsMax) {
        sum += itsSum;
        knowsExtremes &= itsMax >= 0;
        min = Math.min(min, itsMin);
        max = Math.max(max, itsMax);
    }

    @Override
    public void bucket(int index, long count) {
        reach(index + OFFSET);
        counts[index + OFFSET] += count;
    }

    void add(long value) {
        singles = singles.plus(value);
    }

    Distribution distribution() {
        SortedMap<Integer, Long> buckets = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                buckets.put(i - OFFSET, counts[i]);
            }
        }
        Distribution counted = Distribution.of(sum, buckets);
        return (knowsExtremes && !buckets.isEmpty() ? counted.within(min, max) : counted).plus(singles);
    }

    private void reach(int index) {
        if (index >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(index + 1, counts.length * 3 / 2));
        }
    }
}
