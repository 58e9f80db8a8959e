package id.tepati.contract.output;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Writes instants as {@link Instant#toString} does, at a tenth of its cost: a row of a case has a dozen of them, and
 * they were what writing it cost most (docs/measured.md).
 */
final class InstantText {
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;
    private static final int LAST_PLAIN_YEAR = 9999;
    private static final int NANOS_A_MICRO = 1_000;
    private static final int NANOS_A_MILLI = 1_000_000;

    private InstantText() {}

    static String of(Instant instant) {
        long seconds = instant.getEpochSecond();
        LocalDate date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        if (date.getYear() < 0 || date.getYear() > LAST_PLAIN_YEAR) {
            return instant.toString();
        }
        int ofDay = (int) Math.floorMod(seconds, (long) DAY);
        StringBuilder text = new StringBuilder(30);
        digits(text, date.getYear(), 1000).append('-');
        digits(text, date.getMonthValue(), 10).append('-');
        digits(text, date.getDayOfMonth(), 10).append('T');
        digits(text, ofDay / HOUR, 10).append(':');
        digits(text, ofDay % HOUR / MINUTE, 10).append(':');
        digits(text, ofDay % MINUTE, 10);
        fraction(text, instant.getNano());
        return text.append('Z').toString();
    }

    /** @param highest the value of the first digit */
    private static StringBuilder digits(StringBuilder text, int value, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + value / place % 10));
        }
        return text;
    }

    /** None, three, six or nine digits, as few as tell it all. */
    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % NANOS_A_MILLI == 0) {
            digits(text, nanos / NANOS_A_MILLI, 100);
        } else if (nanos % NANOS_A_MICRO == 0) {
            digits(text, nanos / NANOS_A_MICRO, 100_000);
        } else {
            digits(text, nanos, 100_000_000);
        }
    }
}
