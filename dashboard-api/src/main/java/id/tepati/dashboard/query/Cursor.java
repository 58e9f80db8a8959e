package id.tepati.dashboard.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The last line of a page as opaque text, fit for URLs: the next page begins after it. */
public final class Cursor {
    private Cursor() {}

    static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key that a cursor holds; empty where the text is none that {@link #after} could have given. */
    public static Optional<String> key(String cursor) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return after(key).equals(cursor) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
