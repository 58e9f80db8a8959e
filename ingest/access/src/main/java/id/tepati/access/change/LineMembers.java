package id.tepati.access.change;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The members of a line as they stand in it, known ones or not, in the form of which canonical JSON is made. */
record LineMembers(SortedMap<String, Object> members) {
    private static final ObjectReader READER = new ObjectMapper()
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where it is none
     */
    static LineMembers read(byte[] json) {
        try {
            return new LineMembers(object(READER.readTree(json)));
        } catch (IOException broken) {
            throw new IllegalArgumentException("not JSON", broken);
        }
    }

    private static SortedMap<String, Object> object(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        SortedMap<String, Object> object = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            object.put(member.getKey(), value(member.getValue()));
        }
        return object;
    }

    private static Object value(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isInt()) {
            return node.intValue();
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        return object(node);
    }

    int seq() {
        if (members.get("seq") instanceof Integer seq) {
            return seq;
        }
        throw new IllegalArgumentException("without a number");
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("without " + name);
    }

    @SuppressWarnings("unchecked") // objects are made by object() alone
    SortedMap<String, Object> object(String name) {
        if (members.get(name) instanceof SortedMap<?, ?> object) {
            return (SortedMap<String, Object>) object;
        }
        throw new IllegalArgumentException("without " + name);
    }
}
