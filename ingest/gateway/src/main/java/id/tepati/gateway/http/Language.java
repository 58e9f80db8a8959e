package id.tepati.gateway.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A language of problems, with its texts. */
final class Language {
    /** Bahasa Indonesia, where nothing else is asked for. */
    static final Language INDONESIAN = new Language("id");

    static final Language ENGLISH = new Language("en");

    private static final List<String> TAGS = List.of(INDONESIAN.tag, ENGLISH.tag);

    private final String tag;
    private final ResourceBundle texts;

    private Language(String tag) {
        this.tag = tag;
        this.texts = read("problems_" + tag + ".properties");
    }

    /** The best one for an {@code Accept-Language} header. */
    static Language of(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return INDONESIAN;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
            return ENGLISH.tag.equals(best) ? ENGLISH : INDONESIAN;
        } catch (IllegalArgumentException unreadable) {
            return INDONESIAN;
        }
    }

    String tag() {
        return tag;
    }

    String text(String key) {
        return texts.getString(key);
    }

    private static ResourceBundle read(String name) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The texts " + name + " cannot be read: the jar is broken.", e);
        }
    }
}
