package id.tepati.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of a file into text, and keeps apart what is text and what could not be decoded: a replacement
 * character that stands in the file is text like any other.
 *
 * @param mark how many bytes at the beginning tell the charset and are no text
 */
record Decoding(Charset charset, int mark) {
    /** Half of a pair: no decoder yields it alone, so where it is alone there were other bytes. */
    private static final char UNDECODABLE = '\uDC80';

    private static final int BUFFER = 1 << 16;

    /**
     * By the byte order mark of the file, or as stated where it has none.
     *
     * @param head its first bytes, each as the character of its number
     */
    static Decoding of(String head, Charset stated) {
        if (head.startsWith("\u00EF\u00BB\u00BF")) {
            return new Decoding(StandardCharsets.UTF_8, 3);
        }
        if (head.startsWith("\u00FF\u00FE")) {
            return new Decoding(StandardCharsets.UTF_16LE, 2);
        }
        return head.startsWith("\u00FE\u00FF") ? new Decoding(StandardCharsets.UTF_16BE, 2) : new Decoding(stated, 0);
    }

    BufferedReader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(String.valueOf(UNDECODABLE))),
                BUFFER);
    }

    /** The refusal of a row whose column cannot be decoded. */
    BadRow refusal(long line, String column) {
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        return new BadRow(
                line,
                utf8 ? "not-utf8" : "not-in-charset",
                "column " + column + " has bytes that are not " + charset.name(),
                utf8
                        ? "save the file as UTF-8, or write `charset: windows-1252` in the mapping where that is what it is in"
                        : "correct `charset` in the mapping, or save the file as UTF-8");
    }

    /** Whether all of the text could be decoded. */
    static boolean isWhole(String text) {
        return text.indexOf(UNDECODABLE) < 0 || text.codePoints().noneMatch(point -> point == UNDECODABLE);
    }
}
