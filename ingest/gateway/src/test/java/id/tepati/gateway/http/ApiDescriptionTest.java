package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.api.DescribedApi;
import id.tepati.gateway.http.Door.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the gateway's part of {@code /openapi.json} to what it does. */
@KafkaBroker
final class ApiDescriptionTest {
    private static final String EVENTS = "POST /api/v1/events";
    private static final String CATALOG = "POST /api/v1/catalog";

    private City city;
    private Door door;

    @BeforeEach
    void open(TestBroker broker) {
        city = City.sample(broker);
        door = city.door();
    }

    @AfterEach
    void close() {
        door.close();
        city.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        assertThat(DescribedApi.operations("intake")).isEqualTo(door.routes());
    }

    @Test
    void hasTheCodesAndTheLimits() {
        assertThat(DescribedApi.words("IntakeProblem", "code"))
                .isEqualTo(Stream.of(GatewayProblem.values())
                        .map(GatewayProblem::code)
                        .toList());
        assertThat(DescribedApi.bodiesOf(EVENTS)
                        .get("application/cloudevents-batch+json")
                        .at("/schema/maxItems")
                        .intValue())
                .isEqualTo(GatewayLimits.EVENTS_A_REQUEST);
        assertThat(DescribedApi.schema("Catalog")
                        .at("/properties/files/maxItems")
                        .intValue())
                .isEqualTo(GatewayLimits.FILES_A_CATALOGUE);
    }

    @Test
    void describesTheContentTypesThatAreTaken() {
        Set<String> described = DescribedApi.bodiesOf(EVENTS).keySet();

        assertThat(described).hasSameSizeAs(BodyForm.values());
        assertThat(described.stream().map(type -> BodyForm.of(type).orElseThrow()))
                .containsExactlyInAnyOrder(BodyForm.values());
    }

    @Test
    void describesTheParametersThatAreTaken() {
        assertThat(DescribedApi.queryOf(EVENTS)).containsOnlyKeys("validate");
        for (String validate : List.of("true", "false")) {
            assertThat(validated(validate).status()).isEqualTo(202);
        }
        assertThat(validated("no-such").json().path("parameter").asText()).isEqualTo("validate");

        Map<String, JsonNode> query = DescribedApi.queryOf(CATALOG);
        assertThat(query).containsOnlyKeys("mode");
        assertThat(DescribedApi.wordsOf(query.get("mode")))
                .hasSameSizeAs(CatalogueMode.values())
                .allMatch(mode -> CatalogueMode.of(mode).isPresent());
        assertThat(door.catalogue("no-such", Map.of()).json().path("parameter").asText())
                .isEqualTo("mode");
    }

    private Answer validated(String validate) {
        String path = "/api/v1/events?validate=" + validate;
        return door.post(path, Door.SINGLE, BodyPublishers.ofString(Events.submitted("1")));
    }

    @Test
    void describesWhatBecomesOfEvents() {
        String good = Events.submitted("1");
        String unknown = Events.submitted("2", "tak-ada", Events.TIME);

        keepsToTheDescription(202, EVENTS, door.events(Door.LINES, good + "\n" + good + "\n" + unknown));
        keepsToTheDescription(
                202,
                EVENTS,
                door.post(
                        "/api/v1/events?validate=true",
                        Door.SINGLE,
                        BodyPublishers.ofString(good.replace("\"case\":", "\"cse\":1,\"case\":"))));
        keepsToTheDescription(422, EVENTS, door.events(Door.LINES, unknown + "\n{}\n"));
        keepsToTheDescription(400, EVENTS, door.events(Door.SINGLE, "hello"));
        keepsToTheDescription(400, EVENTS, validated("no-such"));
        keepsToTheDescription(400, EVENTS, door.events(Door.SINGLE, good, "Tepati-Batch", "NO SUCH"));
        keepsToTheDescription(400, EVENTS, door.events(Door.SINGLE, good, "Tepati-Batch-Total", "7"));
        keepsToTheDescription(413, EVENTS, door.events(Door.LINES, "{}\n".repeat(GatewayLimits.EVENTS_A_REQUEST + 1)));
        keepsToTheDescription(415, EVENTS, door.events("text/plain", good));
    }

    @Test
    void describesWhatBecomesOfDeadLetters() {
        door.events(Door.SINGLE, Events.submitted("1", "tak-ada", Events.TIME));
        String ids = "{\"ids\":[\"" + city.letters().firstKey() + "\",\"no-such\"]}";

        for (String what : List.of("replay", "dismiss")) {
            String path = "/api/v1/dead-letters/" + what;
            keepsToTheDescription(
                    200, "POST " + path, door.post(path, "application/json", BodyPublishers.ofString(ids)));
            keepsToTheDescription(
                    400, "POST " + path, door.post(path, "application/json", BodyPublishers.ofString("{}")));
            keepsToTheDescription(415, "POST " + path, door.post(path, "text/plain", BodyPublishers.ofString(ids)));
        }
        assertThat(DescribedApi.schema("LetterIds")
                        .at("/properties/ids/maxItems")
                        .intValue())
                .isEqualTo(GatewayLimits.LETTERS_A_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "diff", "apply"})
    void describesWhatBecomesOfACatalogue(String mode) {
        Map<String, String> good = Map.of("services.yaml", "services:\n  - {id: legalisir, name: Legalisir}\n");
        Map<String, String> bad = Map.of("services.yaml", "services:\n  - {name: Legalisir}\n");

        keepsToTheDescription(200, CATALOG, door.catalogue(mode, good));
        keepsToTheDescription(422, CATALOG, door.catalogue(mode, bad));
    }

    @ParameterizedTest
    @CsvSource({"400, no-such, application/json", "400, check, application/json", "415, check, text/yaml"})
    void describesWhyACatalogueIsNotTaken(int status, String mode, String contentType) {
        String path = "/api/v1/catalog?mode=" + mode;

        keepsToTheDescription(status, CATALOG, door.post(path, contentType, BodyPublishers.ofString("[]")));
    }

    private static void keepsToTheDescription(int status, String operation, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(DescribedApi.complaints(operation, status, answer.header("Content-Type"), answer.body()))
                .as(answer.body())
                .isEmpty();
    }
}
