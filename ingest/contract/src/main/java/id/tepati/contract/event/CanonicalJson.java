package id.tepati.contract.event;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes the canonical form of RFC 8785 for the few kinds of value that events and changes have: text without lone
 * surrogates, booleans, integers, lists and objects with sorted keys.
 */
public final class CanonicalJson {
    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /**
     * The canonical text of an object. Natural order is by UTF-16 code unit, as the RFC wants it.
     *
     * @throws IllegalArgumentException where it holds another kind of value
     */
    public static String write(SortedMap<String, Object> object) {
        StringBuilder out = new StringBuilder(256);
        writeObject(object, out);
        return out.toString();
    }

    private static void writeValue(Object value, StringBuilder out) {
        if (value instanceof String text) {
            writeText(text, out);
        } else if (value instanceof Boolean || value instanceof Integer) {
            out.append(value);
        } else if (value instanceof List<?> list) {
            writeList(list, out);
        } else if (value instanceof SortedMap<?, ?> object) {
            writeObject(object, out);
        } else {
            throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private static void writeObject(SortedMap<?, ?> object, StringBuilder out) {
        char before = '{';
        for (Map.Entry<?, ?> member : object.entrySet()) {
            out.append(before);
            writeText((String) member.getKey(), out);
            out.append(':');
            writeValue(member.getValue(), out);
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void writeList(List<?> list, StringBuilder out) {
        char before = '[';
        for (Object element : list) {
            out.append(before);
            writeValue(element, out);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                writeControl(c, out);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static void writeControl(char c, StringBuilder out) {
        switch (c) {
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        }
    }
}
