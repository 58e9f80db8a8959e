package id.tepati.contract.output;

import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code tepati.tallies.v1}: the counts of one promise of one service of one unit in one bucket.
 * Canonical: the same tally always gives the same bytes. Its key is an {@link OutputKey.OfTally}; a bucket no longer
 * kept is a tombstone.
 *
 * @param v version of this form, 1
 * @param bucket a local day ({@code 2026-11-21}) or five minutes from an instant on ({@code 2026-11-21T10:05:00Z})
 */
public record TallyRow(
        int v,
        String unit,
        String service,
        String promise,
        String bucket,
        long opened,
        long noPromise,
        long onTime,
        long late,
        long lateOpen,
        long cancelled,
        long unserved,
        Spread duration,
        Spread used) {
    /** Reads and writes the record. */
    public static final OutputJson.Codec<TallyRow> JSON = OutputJson.Codec.of(TallyRow.class);

    private static final int VERSION = 1;

    /**
     * A distribution on the wire: the exact sum, and counts by log-bucket.
     *
     * @param min the smallest value; absent where there is none, and in what was written or counted before it was kept
     * @param max the largest value; absent with it
     */
    public record Spread(
            long sum,
            SortedMap<Integer, Long> buckets,
            @Nullable Long min,
            @Nullable Long max) {
        static Spread of(Distribution distribution) {
            boolean known = distribution.count() > 0 && distribution.knowsExtremes();
            return new Spread(
                    distribution.sum(),
                    distribution.buckets(),
                    known ? Long.valueOf(distribution.min().orElseThrow()) : null,
                    known ? Long.valueOf(distribution.max().orElseThrow()) : null);
        }

        /**
         * The distribution, without its values.
         *
         * @throws IllegalArgumentException where it cannot be one
         */
        Distribution distribution() {
            Distribution counted = Distribution.of(sum, new TreeMap<>(buckets));
            return min == null || max == null ? counted : counted.within(min, max);
        }
    }

    /** The record of a tally. */
    public static TallyRow of(OutputKey.OfTally key, Tally tally) {
        Slot slot = key.slot();
        return new TallyRow(
                VERSION,
                key.unit().value(),
                slot.service().value(),
                slot.promise().value(),
                slot.bucket().text(),
                tally.opened(),
                tally.noPromise(),
                tally.onTime(),
                tally.late(),
                tally.lateOpen(),
                tally.cancelled(),
                tally.unserved(),
                Spread.of(tally.duration()),
                Spread.of(tally.used()));
    }

    /** The counts. */
    public Tally tally() {
        return new Tally(
                opened,
                noPromise,
                onTime,
                late,
                lateOpen,
                cancelled,
                unserved,
                duration.distribution(),
                used.distribution());
    }
}
