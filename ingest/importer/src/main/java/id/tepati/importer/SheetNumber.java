package id.tepati.importer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Writes a number of a workbook as text: a moment as ISO, to the second and without zone, any other without exponent
 * and without zeros at its end.
 *
 * @param from1904 whether the workbook counts its days from 1904 and not from 1900
 */
record SheetNumber(boolean from1904) {
    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);

    /** Before the day that Excel takes for the 29th of February 1900, its count is one day less. */
    private static final int FEBRUARY_1900 = 60;

    private static final int DAYS_UNTIL_9999 = 2_958_465;
    private static final int SECONDS_A_DAY = 86_400;

    /** A double has no more digits before its point. */
    private static final int MOST_DIGITS = 400;

    String text(BigDecimal number, SheetFormat format) {
        if (format == SheetFormat.NUMBER
                || number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(DAYS_UNTIL_9999 + 1L)) >= 0) {
            return plain(number);
        }
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return moment(seconds / SECONDS_A_DAY, (int) (seconds % SECONDS_A_DAY), format);
    }

    private String moment(long days, int seconds, SheetFormat format) {
        if (format == SheetFormat.ELAPSED) {
            return time(days * 24 + seconds / 3600, seconds);
        }
        if (format == SheetFormat.TIME && days == 0) {
            return time(seconds / 3600, seconds);
        }
        boolean dateOnly = format == SheetFormat.DATE && seconds == 0;
        return dateOnly ? date(days).toString() : date(days) + " " + time(seconds / 3600, seconds);
    }

    private static String time(long hours, int seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }

    private LocalDate date(long days) {
        if (from1904) {
            return SINCE_1904.plusDays(days);
        }
        return SINCE_1900.plusDays(days < FEBRUARY_1900 ? days + 1 : days);
    }

    /** Whole numbers digit by digit; others as the shortest that is the same double, as Excel shows them. */
    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            return number.toString();
        }
        BigDecimal whole = number.stripTrailingZeros();
        return whole.scale() <= 0
                ? whole.toPlainString()
                : BigDecimal.valueOf(whole.doubleValue()).stripTrailingZeros().toPlainString();
    }
}
