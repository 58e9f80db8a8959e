package id.tepati.dashboard.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The languages that problems are told in. */
enum Language {
    /** Bahasa Indonesia, where nothing else is asked for. */
    INDONESIAN("id"),
    ENGLISH("en");

    private final String tag;
    private final transient ResourceBundle texts;

    Language(String tag) {
        this.tag = tag;
        this.texts = load("problems_" + tag + ".properties");
    }

    /** The language that the reader likes best, by the request's {@code Accept-Language}. */
    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return INDONESIAN;
        }
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage);
            String best = Locale.lookupTag(wanted, List.of(INDONESIAN.tag, ENGLISH.tag));
            return ENGLISH.tag.equals(best) ? ENGLISH : INDONESIAN;
        } catch (IllegalArgumentException malformed) {
            return INDONESIAN;
        }
    }

    /** The tag for {@code Content-Language}. */
    String tag() {
        return tag;
    }

    /** The text of a key with its places filled. */
    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
    }

    /** Whether there is a text of a key. */
    boolean has(String key) {
        return texts.containsKey(key);
    }

    private static ResourceBundle load(String file) {
        try (InputStream in = Language.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file + ": build it anew");
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file + " from the jar", broken);
        }
    }
}
