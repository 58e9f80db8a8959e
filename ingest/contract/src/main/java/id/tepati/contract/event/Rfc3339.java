package id.tepati.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and date-times of RFC 3339 to the letter: seconds and offset are there, the fraction has 1 to 9 digits,
 * of which six count. By hand, since {@code java.time} takes more shapes than the contract and this is a hot path.
 */
final class Rfc3339 {
    private static final int DATE_LENGTH = 10;
    private static final int SECOND_END = 19;
    private static final int MAX_FRACTION = 9;
    private static final int NANOS_A_MICRO = 1_000;
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private Rfc3339() {}

    /** The instant, cut to microseconds; null where the text is no date-time with an offset. */
    static @Nullable Instant instant(String text) {
        if (!hasTimeShape(text)) {
            return null;
        }
        LocalDate date = date(text.substring(0, DATE_LENGTH));
        int second = secondOfDay(text);
        int end = fractionEnd(text);
        int offset = end < 0 ? NO_OFFSET : offsetSeconds(text, end);
        if (date == null || second < 0 || offset == NO_OFFSET) {
            return null;
        }
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400L + second - offset, micros(text, end) * NANOS_A_MICRO);
    }

    /** The date; null where the text is none. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, DATE_LENGTH);
        boolean exists = year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** Whether the text is a date-time that only lacks its offset. */
    static boolean isLocalTime(String text) {
        return instant(text + "Z") != null;
    }

    private static boolean hasTimeShape(String text) {
        return text.length() > SECOND_END
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int secondOfDay(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECOND_END);
        boolean exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return exists ? (hour * 60 + minute) * 60 + second : -1;
    }

    /** Where the offset begins, or -1 where the fraction is none. */
    private static int fractionEnd(String text) {
        if (text.charAt(SECOND_END) != '.') {
            return SECOND_END;
        }
        int end = SECOND_END + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - SECOND_END - 1;
        return digits >= 1 && digits <= MAX_FRACTION ? end : -1;
    }

    private static long micros(String text, int end) {
        long micros = 0;
        for (int i = SECOND_END + 1; i <= SECOND_END + 6; i++) {
            micros = micros * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return micros;
    }

    private static int offsetSeconds(String text, int from) {
        int length = text.length() - from;
        if (length == 1) {
            return text.charAt(from) == 'Z' || text.charAt(from) == 'z' ? 0 : NO_OFFSET;
        }
        if (length != 6 || text.charAt(from + 3) != ':') {
            return NO_OFFSET;
        }
        int hours = number(text, from + 1, from + 3);
        int minutes = number(text, from + 4, from + 6);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return NO_OFFSET;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return switch (text.charAt(from)) {
            case '+' -> seconds;
            case '-' -> -seconds;
            default -> NO_OFFSET;
        };
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
