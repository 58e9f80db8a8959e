package id.tepati.dashboard.store;

import id.tepati.rules.statistics.Distribution;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A distribution as a tally record states it. There are millions of them and many are added up for one answer, so
 * each is a few bytes, the same in memory and in the database. Immutable.
 */
public final class SparseCounts {
    private static final SparseCounts EMPTY = new SparseCounts(new byte[0]);

    /** Where the extremes are not known; else one more than they are. */
    private static final long UNKNOWN = 0;

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    /** Before the first bucket, which is that of 0. */
    private static final int BEFORE = -2;

    /** The sum, the smallest and the largest value, then the steps from bucket to bucket with the count in each. */
    private final byte[] packed;

    private SparseCounts(byte[] packed) {
        this.packed = packed;
    }

    /** Packs a distribution. */
    public static SparseCounts of(Distribution counted) {
        if (counted.count() == 0) {
            return EMPTY;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, counted.sum());
        boolean known = counted.knowsExtremes();
        write(out, known ? counted.min().orElseThrow() + 1 : UNKNOWN);
        write(out, known ? counted.max().orElseThrow() + 1 : UNKNOWN);
        int[] last = {BEFORE};
        counted.forEachBucket((index, count) -> {
            write(out, (long) index - last[0]);
            write(out, count);
            last[0] = index;
        });
        return new SparseCounts(out.toByteArray());
    }

    /** What {@link #bytes} gave. */
    public static SparseCounts ofBytes(byte @Nullable [] packed) {
        return packed == null || packed.length == 0 ? EMPTY : new SparseCounts(packed);
    }

    /** Its form in the database; not to be changed. */
    public byte[] bytes() {
        return packed;
    }

    /** Whether there is no value. */
    public boolean isEmpty() {
        return packed.length == 0;
    }

    /** Takes it to pieces. */
    public interface Reader {
        /** Told first: the exact sum, and the extremes where they are known, else -1 for both. */
        void start(long sum, long min, long max);

        /** Told for each bucket, ascending. */
        void bucket(int index, long count);
    }

    /** Tells it to a reader; of no values nothing is told. */
    public void read(Reader reader) {
        if (isEmpty()) {
            return;
        }
        Cursor cursor = new Cursor(packed);
        reader.start(cursor.next(), cursor.next() - 1, cursor.next() - 1);
        int index = BEFORE;
        while (cursor.at < packed.length) {
            index += (int) cursor.next();
            reader.bucket(index, cursor.next());
        }
    }

    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long value = 0;
            int shift = 0;
            byte part;
            do {
                part = bytes[at++];
                value |= (long) (part & (MORE - 1)) << shift;
                shift += BITS;
            } while (part < 0);
            return value;
        }
    }

    private static void write(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & -MORE) != 0) {
            out.write((int) (left & (MORE - 1)) | MORE);
            left >>>= BITS;
        }
        out.write((int) left);
    }
}
