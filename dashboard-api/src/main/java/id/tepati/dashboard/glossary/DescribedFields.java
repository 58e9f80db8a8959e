package id.tepati.dashboard.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.contract.api.ApiDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The fields of answers as the description of the API has them. Thread-safe. */
final class DescribedFields {
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode document;

    /** A schema with its name: of one that stands within another, that one's and the field's. */
    private record Named(String name, JsonNode schema) {}

    DescribedFields() {
        try {
            document = new ObjectMapper().readTree(ApiDescription.json());
        } catch (IOException broken) {
            throw new UncheckedIOException("the description of the API is no JSON", broken);
        }
    }

    /**
     * The field at the end of a way that begins at a schema, as schema and field: {@code duration.p90} of a
     * {@code ComplianceRow} is {@code Durations.p90}. Lists are passed through. Empty where no such field is described.
     */
    Optional<String> fieldAt(String schema, String way) {
        Named at = new Named(schema, document.at("/components/schemas/" + schema));
        String[] names = way.split("\\.", -1);
        for (int step = 0; step < names.length - 1; step++) {
            String name = names[step];
            at = named(at.name + "." + name, at.schema.path("properties").path(name));
        }
        String last = names[names.length - 1];
        return at.schema.path("properties").has(last) ? Optional.of(at.name + "." + last) : Optional.empty();
    }

    private Named named(String name, JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").textValue();
            return named(reference.substring(SCHEMAS.length()), document.at(reference.substring(1)));
        }
        for (JsonNode either : schema.path("anyOf")) {
            if (!either.path("type").asText().equals("null")) {
                return named(name, either);
            }
        }
        return schema.has("items") ? named(name, schema.get("items")) : new Named(name, schema);
    }
}
