package id.tepati.contract.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.RestatementCause;
import id.tepati.rules.WireName;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventType;
import id.tepati.rules.judge.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The description has the words of the rules, and takes the events that the contract takes. */
final class ApiDescriptionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = JSON.readTree(ApiDescription.json());

        List<String> references = document.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allMatch(reference -> reference.startsWith("#/")
                        && document.at(reference.substring(1)).isObject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemas", "parameters", "responses"})
    void nothingIsDescribedThatNobodyRefersTo(String kind) throws IOException {
        JsonNode document = JSON.readTree(ApiDescription.json());
        List<String> names = new ArrayList<>();
        document.at("/components/" + kind).fieldNames().forEachRemaining(names::add);

        assertThat(document.findValuesAsText("$ref"))
                .containsAll(names.stream()
                        .map(name -> "#/components/" + kind + "/" + name)
                        .toList());
    }

    @Test
    void hasTheWordsOfTheRules() {
        assertThat(DescribedApi.words("Clock"))
                .isEqualTo(Stream.of(ClockKind.values()).map(ClockKind::id).toList());
        assertThat(DescribedApi.words("Outcome")).isEqualTo(wire(Outcome.values()));
        assertThat(DescribedApi.words("Basis")).isEqualTo(wire(Terms.Basis.values()));
        assertThat(DescribedApi.words("Restatement", "cause")).isEqualTo(wire(RestatementCause.values()));
        assertThat(DescribedApi.words("RejectCode"))
                .isEqualTo(
                        Stream.of(RejectCode.values()).map(RejectCode::wireName).toList());
        assertThat(DescribedApi.words("TimelineEntry", "type"))
                .isEqualTo(
                        Stream.of(EventType.values()).map(EventType::shortName).toList());
        assertThat(DescribedApi.words("Event", "type"))
                .isEqualTo(Stream.of(EventType.values())
                        .map(type -> "id.tepati." + type.shortName() + ".v1")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void takesTheExamplesOfEveryType(EventType type) throws IOException {
        JsonNode examples = examplesOf(type);

        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            assertThat(DescribedApi.complaints("Event", example.toString())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "time", "data"})
    void refusesAnEventThatLacks(String attribute) throws IOException {
        ObjectNode event =
                (ObjectNode) examplesOf(EventType.APPLICATION_DECIDED).get(0);

        event.remove(attribute);

        assertThat(DescribedApi.complaints("Event", event.toString())).isNotEmpty();
    }

    private static JsonNode examplesOf(EventType type) throws IOException {
        String file = "/id/tepati/contract/schema/" + type.shortName() + ".v1.json";
        try (InputStream in = ApiDescriptionTest.class.getResourceAsStream(file)) {
            return JSON.readTree(in).get("examples");
        }
    }

    private static List<String> wire(Enum<?>... values) {
        return Stream.of(values).map(WireName::of).toList();
    }
}
