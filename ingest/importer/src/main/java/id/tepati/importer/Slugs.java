package id.tepati.importer;

import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the words of a file into ids: lower case, every run of other characters one hyphen. */
final class Slugs {
    /** Longest element of a unit's path, and longest service id, in characters. */
    static final int ELEMENT = 60;

    /** Longest code in the data of an event, such as a channel, in characters. */
    static final int CODE = 40;

    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Slugs() {}

    /** The slug of the text, cut to the given length; empty where the text has neither Latin letter nor digit. */
    static String of(String text, int longest) {
        String slug = trim(OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-"));
        return slug.length() <= longest ? slug : trim(slug.substring(0, longest));
    }

    /** The slug of a row's cell, which may not be empty. */
    static String required(Row row, ColumnRef column, int longest) throws RowRefused {
        return required(row.required(column), column, longest);
    }

    /** The slug of a name that stands in a column, or in the place of its blank cell. */
    static String required(String name, ColumnRef column, int longest) throws RowRefused {
        String slug = of(name, longest);
        if (slug.isEmpty()) {
            throw new RowRefused(
                    "empty-slug",
                    "column " + column.name() + " has no letter a-z and no digit to make an id of",
                    "write the name in Latin letters");
        }
        return slug;
    }

    private static String trim(String slug) {
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.length() > from && slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return slug.substring(from, to);
    }
}
