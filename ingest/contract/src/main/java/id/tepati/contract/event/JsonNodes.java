package id.tepati.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Takes members of JSON objects; a null counts as absent (CloudEvents JSON format 1.0, section 2). */
final class JsonNodes {
    private JsonNodes() {}

    static boolean isAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    /**
     * The member, which must be there.
     *
     * @throws Refusal missing-field
     */
    static JsonNode require(@Nullable JsonNode node, String pointer) {
        if (node == null || node.isNull()) {
            throw Refusal.missing(pointer);
        }
        return node;
    }

    /**
     * The text of a member, which must be there.
     *
     * @throws Refusal missing-field or invalid-value
     */
    static String requireText(@Nullable JsonNode node, String pointer, String expected) {
        JsonNode present = require(node, pointer);
        if (!present.isTextual()) {
            throw Refusal.invalid(pointer, expected);
        }
        return present.textValue();
    }
}
