package id.tepati.importer;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the number format of a cell in a workbook shows of time. */
enum SheetFormat {
    NUMBER,
    DATE,
    DATE_AND_TIME,
    TIME,
    /** Hours beyond a day, as {@code [h]:mm}. */
    ELAPSED;

    /** Texts, escaped characters, fills, and colours, conditions or locales in brackets. */
    private static final Pattern NO_SIGNS =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^\\]]*]|am/pm|a/p");

    private static final Pattern ELAPSED_SIGNS = Pattern.compile("\\[(h+|m+|s+)]");

    /**
     * By the number of the format, and its code where the workbook has one.
     *
     * @param code empty where the format has a number only
     */
    static SheetFormat of(int id, String code) {
        if (code.isEmpty()) {
            return ofId(id);
        }
        String signs =
                NO_SIGNS.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("").split(";", 2)[0];
        if (signs.contains("general")) {
            return NUMBER;
        }
        if (ELAPSED_SIGNS.matcher(signs).find()) {
            return ELAPSED;
        }
        boolean time = signs.indexOf('h') >= 0 || signs.indexOf('s') >= 0;
        boolean date = signs.indexOf('y') >= 0 || signs.indexOf('d') >= 0 || (signs.indexOf('m') >= 0 && !time);
        if (date) {
            return time ? DATE_AND_TIME : DATE;
        }
        return time ? TIME : NUMBER;
    }

    /** The formats of other languages than English that have no code of their own. */
    private static SheetFormat ofId(int id) {
        boolean date = (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
        return date ? DATE : id >= 32 && id <= 35 ? TIME : NUMBER;
    }
}
