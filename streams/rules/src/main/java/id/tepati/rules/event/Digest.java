package id.tepati.rules.event;

import java.util.HexFormat;

/**
 * The first 16 bytes of a SHA-256, which stand for an event id or for an event's content. Kept instead of the
 * original, so that no state holds an id that a source chose. Ordered as unsigned bytes.
 */
public record Digest(long high, long low) implements Comparable<Digest> {
    /** Length in bytes. */
    public static final int BYTES = 16;

    /** Takes the first 16 bytes of a longer hash. */
    public static Digest ofBytes(byte[] hash) {
        return new Digest(longAt(hash, 0), longAt(hash, 8));
    }

    /** Reads what {@link #toString} wrote: 32 hexadecimal digits. */
    public static Digest parse(String hex) {
        return new Digest(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    private static long longAt(byte[] bytes, int offset) {
        long value = 0;
        for (int i = offset; i < offset + 8; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }

    @Override
    public int compareTo(Digest other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
