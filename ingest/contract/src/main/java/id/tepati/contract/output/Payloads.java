package id.tepati.contract.output;

import id.tepati.contract.event.Masking;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What of a refused payload is kept: text without personal data, of bounded length. */
final class Payloads {
    /** Longest payload kept, in bytes of UTF-8, the mark included. */
    static final int MAX_BYTES = 8 * 1024;

    /** Ends a payload that was cut. */
    static final String CUT = " [cut]";

    private static final char UNDECODED = '\uFFFD';

    /** JSON escapes of printable ASCII but for quote and backslash, which would change the structure. */
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\u00(2[013-9a-fA-F]|[346][0-9a-fA-F]|5[0-9abdefABDEF]|7[0-9a-eA-E])");

    private Payloads() {}

    /** The payload as masked text; bytes that are no UTF-8 become replacement characters. */
    static String masked(byte[] payload) {
        return Masking.mask(unescaped(new String(payload, StandardCharsets.UTF_8)));
    }

    /** Digits written as escapes would pass the masking, and whoever reads the letter would see them again. */
    private static String unescaped(String text) {
        return text.contains("\\u00")
                ? ESCAPED.matcher(text)
                        .replaceAll(escape -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)))
                : text;
    }

    /** Whether a kept payload is what was sent. One that says itself what a mask or a lost character looks like is not. */
    static boolean isWhole(String kept) {
        return !kept.endsWith(CUT) && kept.indexOf(UNDECODED) < 0 && !Masking.isMasked(kept);
    }

    /** The masked payload, cut at the end of a character if it is too long. */
    static String kept(byte[] payload) {
        // masked before it is cut: half a number would not be recognised
        String masked = masked(payload);
        byte[] bytes = masked.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_BYTES) {
            return masked;
        }
        int end = MAX_BYTES - CUT.length();
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + CUT;
    }
}
