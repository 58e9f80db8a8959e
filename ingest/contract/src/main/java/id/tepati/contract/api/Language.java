package id.tepati.contract.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which people are spoken to. */
public enum Language {
    /** Bahasa Indonesia, where nothing else is asked for. */
    INDONESIAN("id"),
    /** English. */
    ENGLISH("en");

    private static final List<String> TAGS = List.of(INDONESIAN.tag, ENGLISH.tag);

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The one that a reader likes best, by the {@code Accept-Language} of a request; null where there is none. */
    public static Language of(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return INDONESIAN;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
            return ENGLISH.tag.equals(best) ? ENGLISH : INDONESIAN;
        } catch (IllegalArgumentException malformed) {
            return INDONESIAN;
        }
    }

    /** Its tag as in {@code Content-Language}. */
    public String tag() {
        return tag;
    }
}
