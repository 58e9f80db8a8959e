package id.tepati.contract.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads JSON that leaves no room for a second reading: strict UTF-8, no repeated keys, bounded in every direction. */
final class StrictJson {
    /** Longest text, in bytes of UTF-8. */
    static final int MAX_TEXT_BYTES = 8 * 1024;

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_NESTING = 16;
    private static final int MOST_BYTES_A_CHAR = 3;

    private static final ObjectReader READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    // names come from outside: interned ones would stay for ever
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /**
     * Reads the object at {@code pointer} of an event, which is the whole event where the pointer is empty.
     *
     * @throws Refusal malformed or text-too-long
     */
    static JsonNode readObject(byte[] json, String pointer) {
        if (json.length > MAX_BYTES) {
            throw new Refusal(RejectCode.TEXT_TOO_LONG, pointer, "Keep one event below 1 MiB.");
        }
        requireUtf8(json, pointer);
        JsonNode node = parse(json, pointer);
        if (!node.isObject()) {
            throw new Refusal(RejectCode.MALFORMED, pointer, "Send one JSON object here.");
        }
        if (json.length > MAX_TEXT_BYTES) {
            requireShortTexts(node, pointer);
        }
        return node;
    }

    private static JsonNode parse(byte[] json, String pointer) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Refusal(RejectCode.MALFORMED, pointer, cure(e));
        } catch (IOException e) {
            throw new Refusal(RejectCode.MALFORMED, pointer);
        }
    }

    private static String cure(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " (reading stopped at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return "Send one JSON object without repeated keys and nested at most " + MAX_NESTING + " deep" + where + ".";
    }

    /** Jackson would take UTF-16 and some sequences that are no UTF-8. */
    private static void requireUtf8(byte[] json, String pointer) {
        boolean ascii = true;
        for (byte b : json) {
            if (b == 0) {
                throw new Refusal(RejectCode.MALFORMED, pointer, "Send the JSON in UTF-8 and without zero bytes.");
            }
            ascii &= b > 0;
        }
        if (!ascii && !isUtf8(json)) {
            throw new Refusal(RejectCode.MALFORMED, pointer, "Send the JSON in valid UTF-8.");
        }
    }

    /** Whether the bytes are valid UTF-8. */
    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void requireShortTexts(JsonNode node, String pointer) {
        if (node.isTextual() && isTooLong(node.textValue())) {
            throw new Refusal(RejectCode.TEXT_TOO_LONG, pointer);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                requireShortTexts(node.get(i), pointer + "/" + i);
            }
        }
        if (node.getNodeType() == JsonNodeType.OBJECT) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (isTooLong(member.getKey())) {
                    throw new Refusal(RejectCode.TEXT_TOO_LONG, pointer, "Keep every name below 8 KiB.");
                }
                requireShortTexts(member.getValue(), pointer + "/" + escape(member.getKey()));
            }
        }
    }

    private static boolean isTooLong(String text) {
        if (text.length() <= MAX_TEXT_BYTES / MOST_BYTES_A_CHAR) {
            return false;
        }
        return text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES;
    }

    /** The name as a token of a JSON pointer; a name that we do not know may hold anything, so it is masked. */
    static String escape(String name) {
        return Masking.mask(name).replace("~", "~0").replace("/", "~1");
    }
}
