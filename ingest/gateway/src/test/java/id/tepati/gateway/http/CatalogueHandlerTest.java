package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.gateway.http.Door.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@KafkaBroker
final class CatalogueHandlerTest {
    private static final Path SAMPLE = Path.of("../../deploy/examples/sample/catalog");
    private static final Clock CLOCK = Clock.systemUTC();

    private City city;
    private Door door;

    @BeforeEach
    void open(TestBroker broker) {
        city = City.empty(broker);
        door = city.door(CLOCK);
    }

    @AfterEach
    void close() {
        door.close();
        city.close();
    }

    @Test
    void publishesACatalogueThatTheNextEventMayReferTo() throws IOException {
        Map<String, String> files = sample();
        String event = Events.submitted("1", "kel-melati", CLOCK.instant().toString());
        assertThat(door.events(Door.SINGLE, event).status()).isEqualTo(422);

        Answer applied = door.catalogue("apply", files);

        assertThat(applied.status()).isEqualTo(200);
        int entries = door.catalogue("check", files).json().path("entries").asInt();
        assertThat(entries).isGreaterThan(10);
        assertCounts(applied.json(), entries, 0, 0);
        Instant knownFrom = Instant.parse(applied.json().path("knownFrom").asText());
        assertThat(knownFrom).isBeforeOrEqualTo(CLOCK.instant());
        assertThat(city.feed.snapshot().entries()).hasSize(entries);
        assertThat(door.events(Door.SINGLE, event).status()).isEqualTo(202);

        Answer again = door.catalogue("apply", files);

        assertCounts(again.json(), 0, 0, entries);
        assertThat(again.json().path("knownFrom").asText()).isEqualTo(knownFrom.toString());
        assertThat(city.feed.snapshot().revision()).isEqualTo(entries);
    }

    @Test
    void showsADifferenceWithoutPublishingIt() throws IOException {
        Map<String, String> files = sample();
        Answer first = door.catalogue("diff", files);
        assertThat(first.json().path("added").asInt()).isGreaterThan(10);
        assertThat(city.feed.snapshot().entries()).isEmpty();
        door.catalogue("apply", files);

        files.replaceAll((name, text) -> text.replace("name: Kelurahan Melati", "name: Kelurahan Melati Baru"));
        Answer diff = door.catalogue("diff", files);

        assertCounts(diff.json(), 0, 1, first.json().path("added").asInt() - 1);
        assertThat(diff.json().path("lines").toString()).contains("kel-melati", "Kelurahan Melati Baru");
        assertThat(city.feed.snapshot().entries())
                .hasSize(first.json().path("added").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "diff", "apply"})
    void namesEveryProblemWithFileAndLine(String mode) {
        String units =
                "units:\n  - {id: kel-melati, name: Melati, type: kelurahan, zone: Asia/Jakarta, calendar: tidak-ada}\n"
                        + "  - {id: kel-kenanga, name: Kenanga, type: kelurahan, zone: Asia/Nowhere, calendar: tidak-ada}\n";

        Answer answer = door.catalogue(mode, Map.of("kota/units.yaml", units));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo("catalog-invalid");
        JsonNode problems = answer.json().path("problems");
        assertThat(problems.findValuesAsText("file")).isNotEmpty().containsOnly("kota/units.yaml");
        assertThat(problems.findValuesAsText("line")).contains("2", "3");
        assertThat(problems.findValuesAsText("what"))
                .allSatisfy(what -> assertThat(what).isNotBlank());
        assertThat(problems.findValuesAsText("cure"))
                .allSatisfy(cure -> assertThat(cure).isNotBlank());
        assertThat(answer.body()).doesNotContain(System.getProperty("java.io.tmpdir") + "/tepati");
        assertThat(city.feed.snapshot().entries()).isEmpty();
    }

    @Test
    void publishesOnceWhenTwoApplyTheSameAtTheSameTime() throws IOException {
        Map<String, String> files = sample();
        List<CompletableFuture<Answer>> both = List.of(
                CompletableFuture.supplyAsync(() -> door.catalogue("apply", files)),
                CompletableFuture.supplyAsync(() -> door.catalogue("apply", files)));

        List<JsonNode> answers =
                both.stream().map(CompletableFuture::join).map(Answer::json).toList();

        int entries = city.feed.snapshot().entries().size();
        assertThat(answers).extracting(answer -> answer.path("added").asInt()).containsExactlyInAnyOrder(entries, 0);
        assertThat(answers)
                .extracting(answer -> answer.path("unchanged").asInt())
                .containsExactlyInAnyOrder(0, entries);
        assertThat(city.feed.snapshot().revision()).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"files\":[]}",
                "{\"files\":[{\"name\":\"units.yaml\"}]}",
                "{\"files\":[{\"name\":\"../units.yaml\",\"text\":\"\"}]}",
                "{\"files\":[{\"name\":\"/units.yaml\",\"text\":\"\"}]}",
                "{\"files\":[{\"name\":\"a/../../units.yaml\",\"text\":\"\"}]}",
                "{\"files\":[{\"name\":\"units.txt\",\"text\":\"\"}]}",
                "{\"files\":[{\"name\":\"a.yaml\",\"text\":\"\"},{\"name\":\"a.yaml\",\"text\":\"\"}]}",
                "{\"files\":[{\"name\":\"a.yaml\",\"text\":\"\"}]} x"
            })
    void refusesWhatIsNoListOfFiles(String body) {
        Answer answer = door.post("/api/v1/catalog?mode=check", "application/json", BodyPublishers.ofString(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("catalog-malformed");
    }

    @Test
    void refusesOtherModesOtherTypesAndWhatIsTooLarge() {
        assertThat(door.catalogue("publish", Map.of("a.yaml", "")).status()).isEqualTo(400);
        assertThat(door.post("/api/v1/catalog?mode=check", "text/yaml", BodyPublishers.ofString("units: []"))
                        .status())
                .isEqualTo(415);
        String large = "#".repeat(GatewayLimits.BYTES_A_CATALOGUE);
        assertThat(door.catalogue("check", Map.of("a.yaml", large)).status()).isEqualTo(413);
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i <= GatewayLimits.FILES_A_CATALOGUE; i++) {
            many.put("f" + i + ".yaml", "");
        }
        assertThat(door.catalogue("check", many).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode=apply&mod=check", "mode=apply&mode=check", "mode=apply&dry=true"})
    void publishesNothingWithAQueryThatItDoesNotKnow(String query) {
        String body =
                "{\"files\":[{\"name\":\"a.yaml\",\"text\":\"services:\\n  - {id: legalisir, name: Legalisir}\\n\"}]}";

        Answer answer = door.post("/api/v1/catalog?" + query, "application/json", BodyPublishers.ofString(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(city.feed.snapshot().entries()).isEmpty();
    }

    private static void assertCounts(JsonNode answer, int added, int changed, int unchanged) {
        assertThat(List.of(
                        answer.path("added").asInt(-1),
                        answer.path("changed").asInt(-1),
                        answer.path("unchanged").asInt(-1)))
                .containsExactly(added, changed, unchanged);
    }

    private static Map<String, String> sample() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("calendars.yaml", "standards.yaml", "units.yaml")) {
            files.put(name, Files.readString(SAMPLE.resolve(name)));
        }
        return files;
    }
}
