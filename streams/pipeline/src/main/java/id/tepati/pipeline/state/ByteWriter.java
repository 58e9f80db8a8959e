package id.tepati.pipeline.state;

import id.tepati.rules.event.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes values as compact bytes: numbers in groups of seven bits, text with its length first. Not thread-safe. */
final class ByteWriter {
    private byte[] bytes = new byte[512];
    private int length;

    ByteWriter number(long value) {
        long rest = zigzag(value);
        while ((rest & ~0x7fL) != 0) {
            put((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
        return this;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    ByteWriter text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    /** Instants are exact to the microsecond; {@link Instant#MIN} has a value of its own. */
    ByteWriter instant(Instant instant) {
        return number(StoredInstant.of(instant));
    }

    ByteWriter digest(Digest digest) {
        return fixed(digest.high()).fixed(digest.low());
    }

    private ByteWriter fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (value >>> shift));
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void put(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
