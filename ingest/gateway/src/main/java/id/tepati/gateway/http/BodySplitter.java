package id.tepati.gateway.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a body into its events without reading them, so that a broken one does not spoil the rest and each is sent on
 * as it was received. Linear in the body's length, without recursion. Works on bytes: in UTF-8 no part of a longer
 * character looks like a character of ASCII.
 */
final class BodySplitter {
    private final byte[] body;
    private final int most;
    private final List<byte[]> events = new ArrayList<>();

    private BodySplitter(byte[] body, int most) {
        this.body = body;
        this.most = most;
    }

    /** Cuts the body into at most the given number of events. */
    static Split split(byte[] body, BodyForm form, int most) {
        BodySplitter splitter = new BodySplitter(body, most);
        int start = splitter.skipBlank(0);
        if (start == body.length) {
            return new Split.Empty();
        }
        return switch (form) {
            case SINGLE -> splitter.single();
            case BATCH -> splitter.batch(start);
            case LINES -> splitter.lines();
            case SINGLE_OR_BATCH -> body[start] == '[' ? splitter.batch(start) : splitter.single();
        };
    }

    private Split single() {
        return new Split.Elements(List.of(body));
    }

    private Split lines() {
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                if (!isBlank(start, i) && !add(withoutReturn(start, i))) {
                    return new Split.TooMany();
                }
                start = i + 1;
            }
        }
        return new Split.Elements(events);
    }

    private byte[] withoutReturn(int from, int to) {
        return Arrays.copyOfRange(body, from, body[to - 1] == '\r' ? to - 1 : to);
    }

    private Split batch(int open) {
        if (body[open] != '[') {
            return new Split.Broken("Send a JSON array of events, or name the content type of what was sent.");
        }
        int start = skipBlank(open + 1);
        if (start < body.length && body[start] == ']') {
            return skipBlank(start + 1) == body.length ? new Split.Empty() : trailing();
        }
        while (true) {
            int end = endOfElement(start);
            if (end == body.length || body[end] == '}') {
                return new Split.Broken("The JSON array does not end where its brackets say: send valid JSON.");
            }
            if (!add(compact(start, end))) {
                return new Split.TooMany();
            }
            if (body[end] == ']') {
                return skipBlank(end + 1) == body.length ? new Split.Elements(events) : trailing();
            }
            start = end + 1;
        }
    }

    private static Split trailing() {
        return new Split.Broken("Send nothing behind the JSON array.");
    }

    /** Where the comma or the bracket stands that ends the element; the body's length if none does. */
    private int endOfElement(int from) {
        int depth = 0;
        for (int i = from; i < body.length; i++) {
            switch (body[i]) {
                case '"' -> i = endOfText(i);
                case '{', '[' -> depth++;
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                case '}', ']' -> {
                    if (depth-- == 0) {
                        return i;
                    }
                }
                default -> {
                    // part of a number or of a word, or white space
                }
            }
        }
        return body.length;
    }

    /** Where the quote stands that ends the text which begins here; the last byte if none does. */
    private int endOfText(int quote) {
        for (int i = quote + 1; i < body.length; i++) {
            if (body[i] == '\\') {
                i++;
            } else if (body[i] == '"') {
                return i;
            }
        }
        return body.length - 1;
    }

    /** The bytes without white space outside texts; two words never become one, which would be another reading. */
    private byte[] compact(int from, int to) {
        byte[] out = new byte[to - from];
        int length = 0;
        for (int i = skipBlank(from); i < to; i++) {
            int last = body[i] == '"' ? Math.min(endOfText(i), to - 1) : i;
            System.arraycopy(body, i, out, length, last - i + 1);
            length += last - i + 1;
            int next = skipBlank(last + 1);
            if (next > last + 1 && next < to && !isMark(body[last]) && !isMark(body[next])) {
                out[length++] = ' ';
            }
            i = next - 1;
        }
        return Arrays.copyOf(out, length);
    }

    private static boolean isMark(byte b) {
        return "{}[],:\"".indexOf(b) >= 0;
    }

    private boolean add(byte[] event) {
        return events.size() < most && events.add(event);
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(body[i])) {
                return false;
            }
        }
        return true;
    }

    private int skipBlank(int from) {
        int i = from;
        while (i < body.length && isBlank(body[i])) {
            i++;
        }
        return i;
    }

    /** White space of RFC 8259. */
    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
