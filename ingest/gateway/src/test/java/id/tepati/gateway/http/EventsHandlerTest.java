package id.tepati.gateway.http;

import static id.tepati.gateway.http.Events.complaint;
import static id.tepati.gateway.http.Events.event;
import static id.tepati.gateway.http.Events.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.topic.Partitioning;
import id.tepati.gateway.http.City.Stored;
import id.tepati.gateway.http.Door.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@KafkaBroker
final class EventsHandlerTest {
    private static final String NIK = "3174054107850003";
    private static final String PHONE = "081234567890";

    private static City published;

    private City city;
    private Door door;

    @BeforeAll
    static void publish(TestBroker broker) {
        published = City.sample(broker);
    }

    @AfterAll
    static void forget() {
        published.close();
    }

    @BeforeEach
    void open() {
        city = published.untouched();
        door = city.door();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void storesASingleEventAsReceivedBeforeItAnswers() {
        String event = submitted("1").replace(",", ", ");

        Answer answer = door.events(Door.SINGLE, event);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"repeated\":0,\"rejected\":[]}");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(applications())
                .containsExactly(new Stored(Partitioning.of("kel-melati", City.PARTITIONS), "kel-melati", event));
    }

    @Test
    void tellsWhoChecksWhichFieldsNobodyReads() {
        String lines = submitted("1") + "\n"
                + submitted("2").replace("\"case\":", "\"promisedAtt\":\"2026-03-09\",\"warna\":\"biru\",\"case\":");

        Answer checked = door.post("/api/v1/events?validate=true", Door.LINES, BodyPublishers.ofString(lines));

        assertThat(checked.body())
                .isEqualTo("{\"accepted\":2,\"repeated\":0,\"rejected\":[],\"ignored\":["
                        + "{\"index\":1,\"pointer\":\"/data/promisedAtt\",\"nearest\":\"promisedAt\"},"
                        + "{\"index\":1,\"pointer\":\"/data/warna\"}]}");
        assertThat(applications()).isEmpty();
        assertThat(door.events(Door.LINES, lines).body()).isEqualTo("{\"accepted\":2,\"repeated\":0,\"rejected\":[]}");
        assertThat(applications()).hasSize(2);
    }

    @Test
    void keepsTheNameOfTheImportBesideTheEvent() {
        door.events(Door.BATCH, "[" + submitted("1") + "]", "Tepati-Batch", "kk.2026_11-a");
        door.events(Door.SINGLE, submitted("2"));

        assertThat(city.headers(city.topics.applications(), "tepati_batch"))
                .containsExactlyInAnyOrder("kk.2026_11-a", "");
        assertThat(applications()).extracting(Stored::value).containsExactlyInAnyOrder(submitted("1"), submitted("2"));
    }

    @Test
    void keepsHowManyEventsTheImportSendsInAll() {
        String two = submitted("1") + "\n" + submitted("2");

        door.events(Door.LINES, two, "Tepati-Batch", "kk", "Tepati-Batch-Total", "143428");

        assertThat(city.headers(city.topics.applications(), "tepati_batch_total"))
                .containsExactly("143428", "143428");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "12.400", "semua", "1000000000000"})
    void takesNothingWithATotalOfAnotherForm(String total) {
        Answer answer = door.events(Door.SINGLE, submitted("1"), "Tepati-Batch", "kk", "Tepati-Batch-Total", total);

        assertThat(answer.json().path("code").asText()).isEqualTo("invalid-batch");
        assertThat(applications()).isEmpty();
    }

    @Test
    void takesNothingWithATotalOfNoImport() {
        Answer answer = door.events(Door.SINGLE, submitted("1"), "Tepati-Batch-Total", "7");

        assertThat(answer.json().path("code").asText()).isEqualTo("invalid-batch");
        assertThat(applications()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Import-1",
                "import 1",
                "impor/1",
                "0123456789012345678901234567890123456789012345678901234567890"
            })
    void takesNothingUnderANameOfAnotherForm(String batch) {
        Answer answer = door.events(Door.SINGLE, submitted("1"), "Tepati-Batch", batch);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("invalid-batch");
        assertThat(applications()).isEmpty();
    }

    @Test
    void putsEveryUnitOnItsPartitionAndEveryFamilyOnItsTopic() {
        List<String> units = List.of("kota-tirtamaya", "disdukcapil", "kec-anggrek", "kel-melati", "kel-kenanga");
        List<String> events = new ArrayList<>();
        units.forEach(unit -> events.add(submitted("a-" + unit, unit, Events.TIME)));
        units.forEach(unit -> events.add(complaint("c-" + unit, unit)));

        assertThat(door.events(Door.LINES, String.join("\r\n", events)).status())
                .isEqualTo(202);

        assertThat(applications()).hasSize(5).allMatch(EventsHandlerTest::liesWithItsUnit);
        assertThat(applications()).extracting(Stored::value).allMatch(value -> value.contains("application.submitted"));
        assertThat(city.stored(city.topics.complaints())).hasSize(5).allMatch(EventsHandlerTest::liesWithItsUnit);
        assertThat(applications()).extracting(Stored::partition).hasSizeGreaterThan(1);
    }

    @Test
    void takesABatchAndStoresItsElementsCompactly() {
        String batch = "[\n  " + submitted("1").replace(",\"", ", \"") + ",\n  " + submitted("2") + "\n]\n";

        Answer answer = door.events(Door.BATCH + "; charset=UTF-8", batch);

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(applications()).extracting(Stored::value).containsExactlyInAnyOrder(submitted("1"), submitted("2"));
    }

    @Test
    void takesPlainJsonAsOneOrAsMany() {
        assertThat(door.events("application/json", submitted("1"))
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(door.events("application/json", "[" + submitted("2") + "," + submitted("3") + "]")
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(2);
        assertThat(applications()).hasSize(3);
    }

    @Test
    void takesTheGoodOfABatchWithABadOne() {
        List<String> events = new ArrayList<>(
                IntStream.range(0, 500).mapToObj(i -> submitted("e" + i)).toList());
        events.set(237, submitted("bad", "kel-tidak-ada", Events.TIME));

        Answer answer = door.events(Door.BATCH, "[" + String.join(",", events) + "]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(499);
        JsonNode rejected = answer.json().path("rejected");
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).path("index").asInt()).isEqualTo(237);
        assertThat(rejected.get(0).path("id").asText()).isEqualTo("bad");
        assertThat(rejected.get(0).path("code").asText()).isEqualTo("unknown-unit");
        assertThat(rejected.get(0).path("pointer").asText()).isEqualTo("/data/unit");
        assertThat(rejected.get(0).path("cure").asText()).isNotBlank();
        assertThat(applications()).hasSize(499);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.code()).isEqualTo("unknown-unit");
            assertThat(letter.source()).isEqualTo("urn:loket:uji");
            assertThat(letter.payload()).isEqualTo(events.get(237));
        });
        assertThat(door.counted("accepted")).isEqualTo(499);
        assertThat(door.counted("rejected")).isEqualTo(1);
        assertThat(door.meters
                        .counter("tepati.gateway.rejected", "code", "unknown-unit")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesATimeADayAheadAndTellsWhenLocalTimeWasSentAsUtc() {
        Answer answer = door.events(
                Door.LINES,
                submitted("1", "kel-melati", "2026-03-03T10:00:00+07:00") + "\n"
                        + submitted("2", "kel-melati", "2026-03-02T10:00:00Z") + "\n"
                        + submitted("3", "kel-melati", "2026-03-02T10:15:00+07:00"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().path("rejected").findValuesAsText("code")).containsExactly("time-ahead", "time-ahead");
        assertThat(answer.json().path("rejected").get(1).path("cure").asText()).contains("+07:00");
        assertThat(letters()).hasSize(2);
    }

    @Test
    void doesNotKnowAUnitBeforeItsPublicationTakesEffect() {
        try (Door early = city.door(Clock.fixed(City.PUBLISHED.plusSeconds(2), ZoneOffset.UTC));
                Door inTime = city.door(Clock.fixed(City.PUBLISHED.plusSeconds(3), ZoneOffset.UTC))) {
            String event = submitted("1", "kel-melati", "2026-01-01T07:00:00+07:00");

            Answer answer = early.events(Door.SINGLE, event);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("rejected").get(0).path("code").asText())
                    .isEqualTo("unknown-unit");
            assertThat(inTime.events(Door.SINGLE, event).status()).isEqualTo(202);
        }
    }

    @Test
    void sendsARepeatedEventOnce() {
        String corrected = submitted("1").replace("\"sk-domisili\"", "\"ktp-el\"");

        Answer answer =
                door.events(Door.LINES, String.join("\n", submitted("1"), submitted("1"), corrected, submitted("2")));

        assertThat(answer.body()).isEqualTo("{\"accepted\":3,\"repeated\":1,\"rejected\":[]}");
        assertThat(applications()).hasSize(3);
        assertThat(door.counted("repeated")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/cloudevents+json | {\"specversion\":",
                "application/cloudevents+json | 42",
                "application/cloudevents+json | {\"a\":1,\"a\":2}",
                "application/json | hello",
                "application/cloudevents-batch+json | {\"specversion\":\"1.0\"}",
                "application/cloudevents-batch+json | [{\"specversion\":\"1.0\"}",
            })
    void keepsABodyThatIsNoEventAtAll(String contentType, String body) {
        Answer answer = door.events(contentType, body, "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo("malformed");
        assertThat(answer.json().path("cure").asText()).isNotBlank();
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.code()).isEqualTo("malformed");
            assertThat(letter.payload()).isEqualTo(body);
        });
    }

    @ParameterizedTest
    @CsvSource({"application/x-ndjson, ' '", "application/cloudevents-batch+json, []", "application/json, ''"})
    void hasNothingToKeepOfABodyWithoutEvents(String contentType, String body) {
        assertThat(door.events(contentType, body).status()).isEqualTo(400);
        assertThat(letters()).isEmpty();
    }

    @Test
    void answersEveryBrokenLineByItself() {
        Answer answer = door.events(Door.LINES, "{broken\n" + submitted("1") + "\n[]\n" + deep(20) + "\n" + deep(600));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("rejected").findValuesAsText("index")).containsExactly("0", "2", "3", "4");
        assertThat(answer.json().path("rejected").findValuesAsText("code")).containsOnly("malformed");
        assertThat(door.events(Door.LINES, "{broken\n{broken too").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 999, 200_000})
    void refusesDeepNestingAndNothingElse(int depth) {
        Answer answer = door.events(Door.BATCH, "[" + deep(depth) + "," + submitted("1") + "]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("rejected").findValuesAsText("code")).containsExactly("malformed");
    }

    @Test
    void refusesALargeBodyWhetherOrNotItSaysItsLength() {
        byte[] body = "x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);

        Answer announced = door.post("/api/v1/events", Door.LINES, BodyPublishers.ofByteArray(body));
        Answer chunked = door.post(
                "/api/v1/events", Door.LINES, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(List.of(announced, chunked)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().path("code").asText()).isEqualTo("too-large");
        });
        assertThat(door.meters.counter("tepati.gateway.bytes").count()).isZero();
        assertThat(letters()).isEmpty();
    }

    @Test
    void takesABodyOfExactlyTheLimitAndNoneAboveIt() {
        String event = submitted("1");
        String padded = event + "\n".repeat(GatewayLimits.BYTES_A_REQUEST - event.length());

        assertThat(door.events(Door.LINES, padded).status()).isEqualTo(202);
        assertThat(door.events(Door.LINES, padded + "\n").status()).isEqualTo(413);
    }

    @Test
    void refusesOneEventThatWouldNotFitIntoARecord() {
        String large = submitted("1").replace("{\"unit\"", "{\"x\":[" + "1,".repeat(470_000) + "1],\"unit\"");

        Answer answer = door.events(Door.SINGLE, large);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("rejected").get(0).path("code").asText()).isEqualTo("text-too-long");
    }

    @Test
    void refusesMoreThanAThousandEvents() {
        String line = submitted("1") + "\n";

        assertThat(door.events(Door.LINES, line.repeat(1_000)).status()).isEqualTo(202);
        Answer answer = door.events(Door.LINES, line.repeat(1_001));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("code").asText()).isEqualTo("too-many-events");
        assertThat(applications()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/cloudevents+json; charset=iso-8859-1"})
    void namesTheContentTypesItTakes(String contentType) {
        Answer answer = door.events(contentType, submitted("1"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("cure").asText())
                .contains(Door.SINGLE, Door.BATCH, Door.LINES, "application/json");
    }

    @Test
    void saysThatBinaryModeAndCompressionAreNotTaken() {
        Answer binary = door.events("application/json", "{\"unit\":\"kel-melati\"}", "ce-specversion", "1.0");
        Answer packed = door.events(Door.SINGLE, submitted("1"), "Content-Encoding", "gzip");

        assertThat(binary.status()).isEqualTo(415);
        assertThat(binary.json().path("code").asText()).isEqualTo("binary-mode");
        assertThat(packed.status()).isEqualTo(415);
        assertThat(letters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "validat=true, unknown-parameter, validat",
        "validate=true&x=1, unknown-parameter, x",
        "Validate=true, unknown-parameter, Validate",
        "validate=true&validate=false, invalid-parameter, validate",
        "validate=true&validate=true, invalid-parameter, validate",
    })
    void takesNothingWithAQueryThatItDoesNotKnow(String query, String code, String parameter) {
        Answer answer = door.post("/api/v1/events?" + query, Door.SINGLE, BodyPublishers.ofString(submitted("1")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("parameter").asText()).isEqualTo(parameter);
        assertThat(applications()).isEmpty();
    }

    /** By an old client of the JDK: the newer one refuses to send it. */
    @Test
    void takesNothingWithAQueryThatCannotBeDecoded() throws IOException {
        URL address = new URL(door.address() + "/api/v1/events?validate=%zz");
        HttpURLConnection request = (HttpURLConnection) address.openConnection();
        request.setDoOutput(true);
        request.setRequestProperty("Content-Type", Door.SINGLE);
        request.getOutputStream().write(submitted("1").getBytes(StandardCharsets.UTF_8));

        assertThat(request.getResponseCode()).isEqualTo(400);
        assertThat(request.getContentType()).startsWith("application/problem+json");
        assertThat(applications()).isEmpty();
    }

    @Test
    void asksWhetherTheNearestIdWasMeant() {
        String unit = submitted("1", "kel-melatti", Events.TIME);
        String service = event("2", "application.submitted", "kel-melati", "sk-domisil", "b-2", Events.TIME);
        String neither = submitted("3", "xyz", Events.TIME);

        List<String> cures = door.events(Door.LINES, unit + "\n" + service + "\n" + neither)
                .json()
                .path("rejected")
                .findValuesAsText("cure");

        assertThat(cures.get(0)).startsWith("Did you mean kel-melati? Publish the unit");
        assertThat(cures.get(1)).startsWith("Did you mean sk-domisili? Publish the service");
        assertThat(cures.get(2)).startsWith("Publish the unit");
    }

    /** Comparing with a large catalogue takes its time. */
    @Test
    void asksSoForTheFirstFewOfARequestOnly() {
        String body = IntStream.range(0, 30)
                .mapToObj(i -> submitted("u-" + i, "kel-melatti", Events.TIME))
                .collect(Collectors.joining("\n"));

        List<String> cures =
                door.events(Door.LINES, body).json().path("rejected").findValuesAsText("cure");

        assertThat(cures)
                .hasSize(30)
                .filteredOn(cure -> cure.contains("kel-melati?"))
                .hasSize(10);
    }

    @Test
    void validatesWithoutATrace() {
        String body = submitted("1") + "\n" + submitted("2", "kel-tidak-ada", Events.TIME);

        Answer dry = door.post("/api/v1/events?validate=true", Door.LINES, BodyPublishers.ofString(body));

        assertThat(applications()).isEmpty();
        assertThat(letters()).isEmpty();
        assertThat(door.counted("accepted") + door.counted("rejected")).isZero();
        assertThat(dry.status()).isEqualTo(202);
        assertThat(dry.body()).isEqualTo(door.events(Door.LINES, body).body());
        assertThat(door.post("/api/v1/events?validate=yes", Door.LINES, BodyPublishers.ofString(body))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void makesNoSecondDeadLetterOfARequestSentAgain() {
        String bad = submitted("1", "kel-tidak-ada", Events.TIME);
        door.events(Door.SINGLE, bad);
        door.events(Door.SINGLE, bad);

        assertThat(city.stored(city.topics.deadLetters()).stream()
                        .map(Stored::key)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void keepsAndEchoesNoPersonalData() {
        String inCase = event(NIK, "application.submitted", "kel-melati", "sk-domisili", NIK, Events.TIME);
        String inUnit = event("tel-" + PHONE, "application.submitted", "kel-" + PHONE, "sk-domisili", "1", Events.TIME);
        String inNote = submitted("3", "kel-tidak-ada", Events.TIME)
                .replace("\"data\":{", "\"data\":{\"note\":\"" + NIK + " budi@contoh.id +6281234567890\",");
        String escaped = inNote.replace("\"3\"", "\"4\"").replace(NIK, "\\u0033" + NIK.substring(1));

        Answer answer = door.events(Door.LINES, String.join("\n", inCase, inUnit, inNote, escaped));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("rejected").findValuesAsText("code"))
                .containsExactly(
                        "personal-data-in-identifier", "personal-data-in-identifier", "unknown-unit", "unknown-unit");
        String kept = String.join("\n", city.stored(city.topics.deadLetters()).toString(), answer.body());
        assertThat(kept)
                .doesNotContain(NIK, NIK.substring(1), PHONE, "81234567890", "budi@contoh.id")
                .contains("[nik]", "[email]", "[phone]");
        assertThat(letters())
                .filteredOn(letter -> letter.code().startsWith("personal"))
                .hasSize(2)
                .allMatch(letter -> letter.payload() == null);
    }

    @Test
    void tellsProblemsInTwoLanguages() {
        Answer indonesian = door.events("text/plain", "x");
        Answer english = door.events("text/plain", "x", "Accept-Language", "en-US,en;q=0.9");

        assertThat(indonesian.header("Content-Language")).isEqualTo("id");
        assertThat(indonesian.json().path("title").asText()).isEqualTo("Jenis isi tidak diterima");
        assertThat(english.json().path("title").asText()).isEqualTo("Content type not taken");
        assertThat(english.json().path("status").asInt()).isEqualTo(415);
        assertThat(english.json().path("type").asText()).isEqualTo("urn:tepati:problem:unsupported-media-type");
        assertThat(english.json().path("detail").asText()).isNotBlank();
    }

    private List<Stored> applications() {
        return city.stored(city.topics.applications());
    }

    private List<DeadLetter> letters() {
        return city.stored(city.topics.deadLetters()).stream()
                .map(stored -> DeadLetter.fromJson(stored.value().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static boolean liesWithItsUnit(Stored stored) {
        return stored.partition() == Partitioning.of(stored.key(), City.PARTITIONS)
                && stored.value().contains("\"unit\":\"" + stored.key() + "\"");
    }

    private static String deep(int depth) {
        return "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }
}
