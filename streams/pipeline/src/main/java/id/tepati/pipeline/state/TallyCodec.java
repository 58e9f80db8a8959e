package id.tepati.pipeline.state;

import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Tally;

/** Tallies as bytes. The first byte is the version of the form; every version ever written can be read. */
public final class TallyCodec {
    private static final int VERSION = 2;
    private static final int WITH_UNSERVED = 2;

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
        out.number(distribution.sum()).number(distribution.width());
        distribution.forEachBucket((bucket, count) -> out.number(bucket).number(count));
    }

    static Tally readBody(ByteReader in, int version) {
        return new Tally(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                version < WITH_UNSERVED ? 0 : in.number(),
                readDistribution(in),
                readDistribution(in));
    }

    private static Distribution readDistribution(ByteReader in) {
        long sum = in.number();
        int width = in.count();
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
