package id.tepati.importer;

import java.util.regex.Pattern;

/**
 * What is blank, and what a cell says without it, everywhere a cell, a header or a column's name is read. Two texts
 * that look alike are alike: no-break, thin and other spaces are spaces, and what has no width is not there.
 */
final class CellText {
    private static final int PLAIN_END = 0x7f;
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]\\s*");

    private CellText() {}

    /** The text without what is blank at its ends, each space inside a plain one, and nothing without width inside. */
    static String of(String text) {
        return isPlain(text) ? text.strip() : read(text);
    }

    /** The name of a column, in one line though a header may break it. */
    static String name(String text) {
        return LINE_BREAKS.matcher(of(text)).replaceAll(" ");
    }

    /** Whether there is nothing to see in the text. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(CellText::isBlank);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < PLAIN_END);
    }

    private static String read(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isBlank(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        StringBuilder seen = new StringBuilder(to - from);
        text.substring(from, to).codePoints().forEach(point -> appendInside(seen, point));
        return seen.toString();
    }

    private static void appendInside(StringBuilder seen, int point) {
        if (Character.getType(point) == Character.SPACE_SEPARATOR) {
            seen.append(' ');
        } else if (!isWidthless(point)) {
            seen.appendCodePoint(point);
        }
    }

    /** White_Space of Unicode, or a sign that is not seen at the end of a text. */
    static boolean isBlank(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || point == 0x85 // next line
                || isWidthless(point)
                || isUnseenAtEnd(point);
    }

    /** Tells where a line may break, or where the text began; it never belongs to a word. */
    private static boolean isWidthless(int point) {
        return point == 0x200B // zero width space
                || point == 0x2060 // word joiner
                || point == 0xFEFF // byte order mark
                || point == 0x00AD // soft hyphen
                || point == 0x180E; // Mongolian vowel separator
    }

    /** Joins or directs letters, so it has a meaning between them, and none at the end. */
    private static boolean isUnseenAtEnd(int point) {
        return (point >= 0x200C && point <= 0x200F)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
