package id.tepati.contract.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** Advice for a word that is none of the known ones. */
    public static String advice(String word, Collection<String> known) {
        return among(word, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> known.isEmpty() ? "remove it" : "use one of: " + String.join(", ", known));
    }

    /** The known word at the fewest edits, of equals the first by alphabet, where those are few for the length of the word. */
    public static Optional<String> among(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        int most = Math.max(2, word.length() / 3);
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= most)
                .filter(candidate -> word.length() > 2);
    }

    /** Levenshtein's distance: insertions, deletions and replacements of characters. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
