package id.tepati.access.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a secret, as 64 hexadecimal digits. A secret has 256 random bits, so nobody finds it by trying, and a
 * slow hash would add nothing. Compared in a time that tells nothing of how far two are alike.
 */
public record SecretHash(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what is no hash. */
    public SecretHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal digits");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretHash hash && MessageDigest.isEqual(bytes(), hash.bytes());
    }

    private byte[] bytes() {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return hex;
    }
}
