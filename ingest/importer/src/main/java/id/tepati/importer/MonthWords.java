package id.tepati.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months written as words, as people in Indonesia and their machines write them. */
final class MonthWords {
    private static final List<String> MONTHS = List.of(
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agus agst agt ags aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec");
    private static final Map<String, String> DIGITS = digits();

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** A month as a word in a pattern of java.time, or a text in quotes, which is left alone. */
    private static final Pattern IN_PATTERN = Pattern.compile("'[^']*'|(?<![ML])(?:M{3,5}|L{3,5})(?![ML])");

    private MonthWords() {}

    private static Map<String, String> digits() {
        Map<String, String> digits = new HashMap<>();
        for (int month = 1; month <= MONTHS.size(); month++) {
            for (String word : MONTHS.get(month - 1).split(" ", -1)) {
                digits.put(word, String.format(Locale.ROOT, "%02d", month));
            }
        }
        return Map.copyOf(digits);
    }

    /** The pattern with two digits in the place of a month that is a word; unchanged where none is. */
    static String digitsInPattern(String pattern) {
        return IN_PATTERN
                .matcher(pattern)
                .replaceAll(found -> found.group().startsWith("'") ? Matcher.quoteReplacement(found.group()) : "MM");
    }

    /** The text with two digits in the place of its first word that is a month; empty where none is. */
    static Optional<String> digits(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String digits = DIGITS.get(words.group().toLowerCase(Locale.ROOT));
            if (digits != null) {
                return Optional.of(text.substring(0, words.start()) + digits + text.substring(words.end()));
            }
        }
        return Optional.empty();
    }
}
