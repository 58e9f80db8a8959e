package id.tepati.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.tepati.rules.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas, checks and the table say the same. */
final class SchemaTest {
    private static final String IDS = "https://tepati.example/schema/";
    private static final String FOLDER = "/id/tepati/contract/schema/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(iri -> iri.startsWith(IDS) ? text(iri.substring(IDS.length())) : null));

    @ParameterizedTest
    @EnumSource
    void acceptsItsExamples(EventType type) {
        JsonNode examples = json(file(type)).get("examples");

        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            assertThat(schema(type).validate(example.toString(), InputFormat.JSON))
                    .as(example.toString())
                    .isEmpty();
            assertThat(Samples.read(example.toString().getBytes(UTF_8)))
                    .as(example.toString())
                    .isInstanceOf(Checked.Accepted.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheInvalidExamples(EventType type) {
        JsonNode examples = json("invalid/" + file(type));

        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            String event = example.get("event").toString();
            String about = example.get("about").textValue();
            assertThat(schema(type).validate(event, InputFormat.JSON).isEmpty())
                    .as("the schema: " + about)
                    .isEqualTo(!example.get("schemaRefuses").booleanValue());
            Rejection rejection = Samples.rejected(Samples.read(event.getBytes(UTF_8)));
            assertThat(rejection.code().wireName())
                    .as(about)
                    .isEqualTo(example.get("code").textValue());
            assertThat(rejection.pointer())
                    .as(about)
                    .isEqualTo(example.get("pointer").textValue());
            assertThat(rejection.cure()).as(about).endsWith(".");
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesExactlyTheFieldsOfTheTable(EventType type) {
        JsonNode data = json(file(type)).get("properties").get("data");
        var properties = new TreeSet<String>();
        var required = new TreeSet<String>();
        properties.add("unit");
        required.add("unit");
        if (EventTable.needsService(type)) {
            properties.add("service");
            required.add("service");
        }
        if (EventTable.hasCase(type)) {
            properties.add("case");
        }
        if (EventTable.needsCase(type)) {
            required.add("case");
        }
        for (DataField field : EventTable.fields(type)) {
            String top = field.object() == null ? field.member() : field.object();
            properties.add(top);
            if (field.need() == DataField.Need.REQUIRED) {
                required.add(top);
            }
        }

        assertThat(names(data.get("properties"))).containsExactlyInAnyOrderElementsOf(properties);
        assertThat(texts(data.get("required"))).containsExactlyInAnyOrderElementsOf(required);
    }

    @ParameterizedTest
    @EnumSource
    void offersTheWordsOfTheTable(EventType type) {
        for (DataField field : EventTable.fields(type)) {
            if (field.kind() == ValueKind.CHOICE) {
                assertThat(words(type, field)).isEqualTo(field.choices());
            }
        }
    }

    private static List<String> words(EventType type, DataField field) {
        JsonNode holder = json(file(type)).get("properties").get("data").get("properties");
        if (field.object() != null) {
            // null, or the object
            holder = holder.get(field.object()).get("anyOf").get(1).get("properties");
        }
        return texts(holder.get(field.member()).get("enum"));
    }

    private static Schema schema(EventType type) {
        return SCHEMAS.getSchema(SchemaLocation.of(IDS + file(type)));
    }

    private static String file(EventType type) {
        return type.shortName() + ".v1.json";
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private static JsonNode json(String file) {
        try {
            return JSON.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try (InputStream in = SchemaTest.class.getResourceAsStream(FOLDER + file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
