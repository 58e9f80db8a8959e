package id.tepati.contract.event;

import id.tepati.rules.event.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of text in UTF-8. Thread-safe. */
public final class Sha256 {
    private Sha256() {}

    /** The digest that stands for an event id or for an event's content. */
    public static Digest digest(String text) {
        return Digest.ofBytes(hash(text));
    }

    /** The whole hash as 64 hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(hash(text));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every Java must have: use another.", e);
        }
    }
}
