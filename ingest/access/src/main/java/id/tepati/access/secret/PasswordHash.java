package id.tepati.access.secret;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of a password: argon2id with its parameters, salt and hash, in the usual form
 * {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}.
 */
public record PasswordHash(String text) {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,6}),t=([1-9]\\d?),p=([1-9])\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    /** Refuses what is not in that form. */
    public PasswordHash {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not an argon2id hash of 16 bytes of salt and 32 of hash");
        }
    }

    static PasswordHash of(Argon2id cost, byte[] salt, byte[] hash) {
        return new PasswordHash("$argon2id$v=19$m=" + cost.kibibytes() + ",t=" + cost.passes() + ",p=" + cost.lanes()
                + "$" + BASE64.encodeToString(salt) + "$" + BASE64.encodeToString(hash));
    }

    Argon2id cost() {
        Matcher parts = parts();
        return new Argon2id(number(parts, 1), number(parts, 2), number(parts, 3));
    }

    byte[] salt() {
        return Base64.getDecoder().decode(parts().group(4));
    }

    byte[] hash() {
        return Base64.getDecoder().decode(parts().group(5));
    }

    private Matcher parts() {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("refused when it was made");
        }
        return parts;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    @Override
    public String toString() {
        return text;
    }
}
