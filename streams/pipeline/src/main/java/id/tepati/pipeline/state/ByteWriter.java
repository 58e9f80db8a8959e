package id.tepati.pipeline.state;

import id.tepati.rules.event.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes values as compact bytes: numbers in groups of seven bits, text with its length first. Not thread-safe. */
final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    ByteWriter number(long value) {
        long rest = zigzag(value);
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    ByteWriter text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.write(bytes, 0, bytes.length);
        return this;
    }

    /** Instants are exact to the microsecond; {@link Instant#MIN} has a value of its own. */
    ByteWriter instant(Instant instant) {
        return number(Micros.of(instant));
    }

    ByteWriter digest(Digest digest) {
        return fixed(digest.high()).fixed(digest.low());
    }

    private ByteWriter fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
