package id.tepati.contract.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The texts of one kind in every language: files {@code NAME_id.properties} and {@code NAME_en.properties} in UTF-8,
 * with places for values as {@link MessageFormat} has them (an apostrophe is written twice). Thread-safe.
 */
public final class MessageTexts {
    private final Map<Language, ResourceBundle> byLanguage = new EnumMap<>(Language.class);

    private MessageTexts(Class<?> owner, String name) {
        for (Language language : Language.values()) {
            byLanguage.put(language, load(owner, name + "_" + language.tag() + ".properties"));
        }
    }

    /**
     * Reads the files that lie beside a class.
     *
     * @throws IllegalStateException where the jar lacks one
     */
    public static MessageTexts beside(Class<?> owner, String name) {
        return new MessageTexts(owner, name);
    }

    /**
     * A text with its places filled.
     *
     * @throws java.util.MissingResourceException where there is no such text
     */
    public String text(Language language, String key, Object... values) {
        return new MessageFormat(bundle(language).getString(key), Locale.ROOT).format(values);
    }

    /** Whether there is a text of that key. */
    public boolean has(Language language, String key) {
        return bundle(language).containsKey(key);
    }

    private ResourceBundle bundle(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    private static ResourceBundle load(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file + ": build it anew");
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file + " from the jar", broken);
        }
    }
}
