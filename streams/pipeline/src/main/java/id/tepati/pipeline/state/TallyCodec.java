package id.tepati.pipeline.state;

import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Tally;

/** Tallies as bytes. The first byte is the version of the form; every version ever written can be read. */
public final class TallyCodec {
    private static final int VERSION = 3;
    private static final int WITH_UNSERVED = 2;
    /** From then on a distribution is its values, where they are known; before, its sum and buckets. */
    private static final int WITH_VALUES = 3;

    private TallyCodec() {}

    /** The bytes of a tally; equal tallies give equal bytes. */
    public static byte[] write(Tally tally) {
        ByteWriter out = new ByteWriter().number(VERSION);
        writeBody(out, tally);
        return out.bytes();
    }

    /**
     * Reads what {@link #write} wrote in this or an earlier release.
     *
     * @throws IllegalStateException where a later release wrote it
     */
    public static Tally read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.count();
        StateVersions.require(version, VERSION, "tally");
        return readBody(in, version);
    }

    static void writeBody(ByteWriter out, Tally tally) {
        out.number(tally.opened())
                .number(tally.noPromise())
                .number(tally.onTime())
                .number(tally.late())
                .number(tally.lateOpen())
                .number(tally.cancelled())
                .number(tally.unserved());
        write(out, tally.duration());
        write(out, tally.used());
    }

    private static void write(ByteWriter out, Distribution distribution) {
        if (distribution.knowsValues()) {
            out.number(distribution.distinct());
            long last = 0;
            for (int at = 0; at < distribution.distinct(); at++) {
                out.number(distribution.value(at) - last).number(distribution.times(at));
                last = distribution.value(at);
            }
        } else {
            out.number(-distribution.width()).number(distribution.sum());
            distribution.forEachBucket((bucket, count) -> out.number(bucket).number(count));
        }
    }

    /** @param version of the form of a tally */
    static Tally readBody(ByteReader in, int version) {
        return new Tally(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                version < WITH_UNSERVED ? 0 : in.number(),
                readDistribution(in, version),
                readDistribution(in, version));
    }

    private static Distribution readDistribution(ByteReader in, int version) {
        if (version < WITH_VALUES) {
            long sum = in.number();
            return readBuckets(in, sum, in.count());
        }
        int distinct = in.count();
        return distinct < 0 ? readBuckets(in, in.number(), -distinct) : readValues(in, distinct);
    }

    private static Distribution readValues(ByteReader in, int distinct) {
        long[] values = new long[distinct];
        long[] times = new long[distinct];
        long last = 0;
        for (int at = 0; at < distinct; at++) {
            values[at] = last + in.number();
            times[at] = in.number();
            last = values[at];
        }
        return Distribution.of(values, times);
    }

    private static Distribution readBuckets(ByteReader in, long sum, int width) {
        if (width == 0) {
            return Distribution.EMPTY;
        }
        int[] buckets = new int[width];
        long[] counts = new long[width];
        for (int at = 0; at < width; at++) {
            buckets[at] = in.count();
            counts[at] = in.number();
        }
        return Distribution.of(sum, buckets, counts);
    }
}
