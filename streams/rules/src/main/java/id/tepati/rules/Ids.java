package id.tepati.rules;

import java.util.regex.Pattern;

/** The one shape of catalogue ids: lower case, up to 120 characters, fit for keys, metrics and URLs. */
public final class Ids {
    /** Pattern of unit, service and calendar ids. */
    public static final Pattern CATALOGUE_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,119}");

    /** Longest case id, in characters. */
    public static final int CASE_ID_LENGTH = 120;

    private Ids() {}

    /** Tells whether the text may name a unit, a service or a calendar. */
    public static boolean isCatalogueId(String text) {
        return CATALOGUE_ID.matcher(text).matches();
    }

    static String requireCatalogueId(String text, String what) {
        if (!isCatalogueId(text)) {
            throw new IllegalArgumentException(what + " must match " + CATALOGUE_ID + ": " + text);
        }
        return text;
    }
}
