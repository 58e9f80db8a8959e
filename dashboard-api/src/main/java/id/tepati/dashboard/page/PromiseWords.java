package id.tepati.dashboard.page;

import java.util.Map;

/** The names of promises as the page tells them, for those who tell them elsewhere. Immutable. */
public final class PromiseWords {
    private final Map<String, String> words;

    private PromiseWords(Map<String, String> words) {
        this.words = words;
    }

    /** In Bahasa Indonesia. */
    public static PromiseWords indonesian() {
        return new PromiseWords(Words.in("id"));
    }

    /** In English. */
    public static PromiseWords english() {
        return new PromiseWords(Words.in("en"));
    }

    /** A promise by its clock and stage: {@code waiting@poli} is "waktu tunggu (poli)". */
    public String nameOf(String promise) {
        int at = promise.indexOf('@');
        String clock = at < 0 ? promise : promise.substring(0, at);
        String name = words.getOrDefault("clock." + clock, clock);
        return at < 0 ? name : name + " (" + promise.substring(at + 1) + ")";
    }
}
