package id.tepati.importer;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Turns the bytes of a file into text, and keeps apart what is text and what could not be decoded: a replacement
 * character that stands in the file is text like any other.
 */
final class Decoding {
    /** Half of a pair: no decoder yields it alone, so where it is alone there were other bytes. */
    private static final char UNDECODABLE = '\uDC80';

    private static final int BUFFER = 1 << 16;

    private Decoding() {}

    static BufferedReader reader(InputStream in, Charset charset) {
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(String.valueOf(UNDECODABLE))),
                BUFFER);
    }

    /** Whether all of the text could be decoded. */
    static boolean isWhole(String text) {
        return text.indexOf(UNDECODABLE) < 0 || text.codePoints().noneMatch(point -> point == UNDECODABLE);
    }
}
