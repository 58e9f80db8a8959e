package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Typed access to one JSON object; what is missing or of another type is an {@link IllegalArgumentException}. */
final class JsonFields {
    private final JsonNode node;

    JsonFields(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("an object is expected");
        }
        this.node = node;
    }

    static void putDate(ObjectNode tree, String field, LocalDate date) {
        if (!date.equals(LocalDate.MIN)) {
            tree.put(field, date.toString());
        }
    }

    static void putInstant(ObjectNode tree, String field, Instant instant) {
        if (!instant.equals(Instant.MIN)) {
            tree.put(field, instant.toString());
        }
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    String text(String field) {
        String text = textOrNull(field);
        if (text == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    @Nullable
    String textOrNull(String field) {
        if (!has(field)) {
            return null;
        }
        if (!node.get(field).isTextual()) {
            throw new IllegalArgumentException(field + " is not a text");
        }
        return node.get(field).textValue();
    }

    int number(String field) {
        if (!has(field) || !node.get(field).canConvertToInt()) {
            throw new IllegalArgumentException(field + " is not a whole number");
        }
        return node.get(field).intValue();
    }

    boolean is(String field) {
        return node.path(field).booleanValue();
    }

    LocalDate date(String field) {
        return LocalDate.parse(text(field));
    }

    /** The day from which the entry governs; absent means since ever. */
    LocalDate effectiveFrom() {
        return has("effectiveFrom") ? date("effectiveFrom") : LocalDate.MIN;
    }

    /** When the entry was published; absent means since ever. */
    Instant knownFrom() {
        return has("knownFrom") ? Instant.parse(text("knownFrom")) : Instant.MIN;
    }

    /** An inner object, absent ones as null. */
    @Nullable
    JsonNode node(String field) {
        return has(field) ? node.get(field) : null;
    }

    /** The texts of a list, none where it is absent. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    /** The objects of a list, none where it is absent. */
    List<JsonFields> objects(String field) {
        List<JsonFields> objects = new ArrayList<>();
        node.path(field).forEach(element -> objects.add(new JsonFields(element)));
        return objects;
    }
}
