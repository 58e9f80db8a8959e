package id.tepati.dashboard.page;

import id.tepati.rules.standing.UnitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.TreeMap;

/** The words of the page in one language by their keys, from the jar; the numbers of the rules are put into them. */
final class Words {
    /** What stands for a number of the rules in a text. */
    private static final Map<String, String> NUMBERS = Map.of(
            "{days}", Integer.toString(UnitStatus.DAYS),
            "{enough}", Long.toString(UnitStatus.ENOUGH));

    private Words() {}

    /** The words of {@code id} or {@code en}, ordered by key. */
    static Map<String, String> in(String language) {
        String file = "messages_" + language + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("the jar has no " + file);
            }
            PropertyResourceBundle texts =
                    new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> words = new TreeMap<>();
            texts.keySet().forEach(key -> words.put(key, withNumbers(texts.getString(key))));
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file + " from the jar", broken);
        }
    }

    private static String withNumbers(String text) {
        String told = text;
        for (Map.Entry<String, String> number : NUMBERS.entrySet()) {
            told = told.replace(number.getKey(), number.getValue());
        }
        return told;
    }
}
