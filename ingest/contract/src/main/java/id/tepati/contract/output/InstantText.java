package id.tepati.contract.output;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads instants in ISO 8601. Those in the form in which they are written, {@code 2026-11-21T10:05:00.25Z}, are read by
 * hand, which takes a fraction of the time; a record of a case has a dozen. Others as {@link Instant#parse} does.
 */
final class InstantText {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int SECONDS_END = FORM.length();
    private static final int MOST_FRACTION = 9;
    private static final int SHORTEST_MONTH = 28;
    private static final int MONTHS = 12;
    private static final int DECIMAL = 10;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private InstantText() {}

    /**
     * The instant.
     *
     * @throws java.time.format.DateTimeParseException where it is none
     */
    static Instant parse(String text) {
        return isInForm(text) && isInRange(text) ? byHand(text) : Instant.parse(text);
    }

    private static Instant byHand(String text) {
        long days = LocalDate.of(year(text), month(text), day(text)).toEpochDay();
        long seconds = days * DAY + hour(text) * HOUR + minute(text) * MINUTE + second(text);
        return Instant.ofEpochSecond(seconds, nanos(text));
    }

    /** A leap second, the end of a day as 24:00 and what is no time are left to Java. */
    private static boolean isInRange(String text) {
        int month = month(text);
        int day = day(text);
        return month >= 1
                && month <= MONTHS
                && day >= 1
                && (day <= SHORTEST_MONTH
                        || day <= YearMonth.of(year(text), month).lengthOfMonth())
                && hour(text) * HOUR < DAY
                && minute(text) * MINUTE < HOUR
                && second(text) < MINUTE;
    }

    private static int year(String text) {
        return number(text, 0, 4);
    }

    private static int month(String text) {
        return number(text, 5, 7);
    }

    private static int day(String text) {
        return number(text, 8, 10);
    }

    private static int hour(String text) {
        return number(text, 11, 13);
    }

    private static int minute(String text) {
        return number(text, 14, 16);
    }

    private static int second(String text) {
        return number(text, 17, SECONDS_END);
    }

    private static boolean isInForm(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_END || text.charAt(last) != 'Z') {
            return false;
        }
        for (int at = 0; at < SECONDS_END; at++) {
            char expected = FORM.charAt(at);
            char found = text.charAt(at);
            if (expected == '0' ? !isDigit(found) : found != expected) {
                return false;
            }
        }
        return last == SECONDS_END || isFraction(text, last);
    }

    private static boolean isFraction(String text, int end) {
        int digits = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > MOST_FRACTION) {
            return false;
        }
        for (int at = SECONDS_END + 1; at < end; at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, DECIMAL);
    }

    private static long nanos(String text) {
        long nanos = 0;
        int end = text.length() - 1;
        for (int place = 0; place < MOST_FRACTION; place++) {
            int at = SECONDS_END + 1 + place;
            nanos = nanos * DECIMAL + (at < end ? text.charAt(at) - '0' : 0);
        }
        return nanos;
    }
}
