package id.tepati.rules.calendar;

import java.util.regex.Pattern;

/** Names a calendar over all its versions. */
public record CalendarId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,119}");

    /** Checks the form shared by all ids of the catalogue. */
    public CalendarId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a calendar id is 1 to 120 of a-z 0-9 . _ - and begins with a letter or digit: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
