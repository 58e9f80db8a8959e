package id.tepati.access.secret;

import id.tepati.contract.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A key, token or session: 256 random bits. As text it begins with what it is for and ends with a checksum, so that one
 * that was mistyped or cut off is told from one that is unknown. Only its hash is kept. Immutable.
 */
public final class Secret {
    private static final int BYTES = 32;
    private static final int CHECK_DIGITS = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** A new one that nobody can guess. */
    public static Secret make(SecretKind kind, SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String body = kind.prefix() + HEX.formatHex(bits);
        return new Secret(body + check(body));
    }

    /** The secret that a text is; empty where it is none of this kind, is mistyped, or was cut off. */
    public static Optional<Secret> read(SecretKind kind, String text) {
        int length = kind.prefix().length() + 2 * BYTES + CHECK_DIGITS;
        if (text.length() != length || !text.startsWith(kind.prefix())) {
            return Optional.empty();
        }
        String body = text.substring(0, length - CHECK_DIGITS);
        return body.concat(check(body)).equals(text) ? Optional.of(new Secret(text)) : Optional.empty();
    }

    private static String check(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return HEX.toHexDigits(crc.getValue(), CHECK_DIGITS);
    }

    /** What its owner is shown, once. */
    public String text() {
        return text;
    }

    /** What is kept of it. */
    public SecretHash hash() {
        return new SecretHash(Sha256.hex(text));
    }

    /** Nothing of it, so that it gets into no log. */
    @Override
    public String toString() {
        return "(a secret)";
    }
}
