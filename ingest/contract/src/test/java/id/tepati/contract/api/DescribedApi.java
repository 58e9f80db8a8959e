package id.tepati.contract.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the description of the API says, and whether an answer keeps to it. An operation is named {@code GET /livez}. */
public final class DescribedApi {
    private static final String TEXT = new String(ApiDescription.json(), StandardCharsets.UTF_8);
    private static final JsonNode DOCUMENT = read(TEXT);
    private static final String IRI = "https://tepati.example/openapi.json";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(iri -> iri.equals(IRI) ? TEXT : null));

    private DescribedApi() {}

    /** The operations that are described under some tags. */
    public static Set<String> operations(String... tags) {
        Set<String> operations = new TreeSet<>();
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (List.of(tags).contains(method.getValue().at("/tags/0").textValue())) {
                        operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** The query parameters of an operation by name. */
    public static Map<String, JsonNode> queryOf(String operation) {
        Map<String, JsonNode> query = new TreeMap<>();
        for (JsonNode parameter : operation(operation).path("parameters")) {
            JsonNode its = resolved(parameter);
            if (its.get("in").textValue().equals("query")) {
                query.put(its.get("name").textValue(), its);
            }
        }
        return query;
    }

    /** The content types of bodies that an operation takes, each with what is said of it. */
    public static Map<String, JsonNode> bodiesOf(String operation) {
        Map<String, JsonNode> bodies = new TreeMap<>();
        operation(operation)
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(body -> bodies.put(body.getKey(), body.getValue()));
        return bodies;
    }

    /** A schema of the components. */
    public static JsonNode schema(String name) {
        return DOCUMENT.at("/components/schemas/" + name);
    }

    /** The words that a schema, reached by the names of properties, allows. */
    public static List<String> words(String schema, String... properties) {
        JsonNode found = schema(schema);
        for (String property : properties) {
            found = found.get("properties").get(property);
        }
        return words(found);
    }

    /** The words that the schema of a parameter allows; none where it allows any. */
    public static List<String> wordsOf(JsonNode parameter) {
        JsonNode schema = resolved(parameter.get("schema"));
        return words(schema.has("items") ? schema.get("items") : schema);
    }

    /** What an answer says otherwise than the operation describes for its status and content type; empty if nothing. */
    public static List<String> complaints(String operation, int status, String contentType, String body) {
        JsonNode response = resolved(operation(operation).path("responses").path(Integer.toString(status)));
        if (!response.path("content").has(contentType)) {
            return List.of(operation + " does not describe " + status + " " + contentType);
        }
        String pointer = pointerOf(operation, status) + "/content/" + escaped(contentType) + "/schema";
        return validate(pointer, body);
    }

    /** What a text says otherwise than a schema of the components; empty if nothing. */
    public static List<String> complaints(String schema, String json) {
        return validate("/components/schemas/" + schema, json);
    }

    private static List<String> validate(String pointer, String json) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of(IRI + "#" + pointer));
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String pointerOf(String operation, int status) {
        JsonNode response = operation(operation).path("responses").path(Integer.toString(status));
        return response.has("$ref")
                ? response.get("$ref").textValue().substring(1)
                : "/paths/" + escaped(path(operation)) + "/" + method(operation) + "/responses/" + status;
    }

    private static JsonNode operation(String operation) {
        return DOCUMENT.get("paths").path(path(operation)).path(method(operation));
    }

    private static String method(String operation) {
        return operation.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String path(String operation) {
        return operation.split(" ", 2)[1];
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static List<String> words(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
