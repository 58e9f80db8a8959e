package id.tepati.gateway.http;

import static id.tepati.gateway.http.Events.submitted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.event.Checked;
import id.tepati.contract.event.RefusedEventDetails;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.topic.Partitioning;
import id.tepati.gateway.http.City.Stored;
import id.tepati.gateway.http.Door.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused before the city was published, and replayed after. */
@KafkaBroker
final class LettersHandlerTest {
    private static final String YEAR_BEFORE = "2025-12-31T08:00:00+07:00";
    private static final Clock BEFORE = Clock.fixed(Instant.parse("2025-12-31T01:00:00Z"), ZoneOffset.UTC);
    private static final int HOME = Partitioning.of("kel-melati", City.PARTITIONS);

    private static City published;

    private City city;
    private Door early;
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
        early = city.door(BEFORE);
        door = city.door();
    }

    @AfterEach
    void close() {
        early.close();
        door.close();
    }

    private List<JsonNode> ask(String what, String... ids) {
        String list = Stream.of(ids).map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        Answer answer = door.post(
                "/api/v1/dead-letters/" + what,
                "application/json",
                BodyPublishers.ofString("{\"ids\":[" + list + "]}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("letters").spliterator(), false)
                .toList();
    }

    private JsonNode replay(String id) {
        List<JsonNode> results = ask("replay", id);
        assertThat(results).hasSize(1);
        assertThat(results.get(0).path("id").asText()).isEqualTo(id);
        return results.get(0);
    }

    private String refuse(String event) {
        assertThat(early.events(Door.SINGLE, event).status()).isEqualTo(422);
        return city.letters().lastKey();
    }

    private List<Stored> applications() {
        return city.stored(city.topics.applications());
    }

    private static String outcome(JsonNode result) {
        return result.path("outcome").asText();
    }

    @Test
    void whatWasCuredIsStoredAsItWasSentAndItsLetterIsGone() {
        String event = submitted("1", "kel-melati", YEAR_BEFORE);
        String id = refuse(event);

        JsonNode result = replay(id);

        assertThat(outcome(result)).isEqualTo("sent");
        assertThat(result.path("where").asText()).isEqualTo(city.topics.applications() + "/" + HOME + "/0");
        assertThat(applications()).containsExactly(new Stored(HOME, "kel-melati", event));
        assertThat(city.letters()).isEmpty();
        assertThat(outcome(replay(id))).isEqualTo("not-found");
        assertThat(applications()).hasSize(1);
    }

    @Test
    void anIdGivenTwiceIsSentOnce() {
        String id = refuse(submitted("1", "kel-melati", YEAR_BEFORE));

        assertThat(ask("replay", id, "no-such", id))
                .extracting(LettersHandlerTest::outcome)
                .containsExactly("sent", "not-found");
        assertThat(applications()).hasSize(1);
    }

    @Test
    void whatIsRefusedAgainKeepsItsLetter() {
        String id = refuse(submitted("1", "tak-ada", YEAR_BEFORE));

        JsonNode result = replay(id);

        assertThat(outcome(result)).isEqualTo("refused");
        assertThat(result.path("code").asText()).isEqualTo("unknown-unit");
        assertThat(result.path("pointer").asText()).isEqualTo("/data/unit");
        assertThat(result.path("cure").asText()).endsWith(".");
        assertThat(city.letters()).containsOnlyKeys(id);
        assertThat(city.letters().get(id).at()).isEqualTo(City.NOW);
        assertThat(applications()).isEmpty();
    }

    /** A year before, its unit was not known; now its service is what is wrong. */
    @Test
    void ifItIsForAnotherCauseTheOneLetterSaysThat() {
        String event = submitted("1", "kel-melati", YEAR_BEFORE).replace("sk-domisili", "tak-ada");
        String id = refuse(event);
        assertThat(city.letters().get(id).code()).isEqualTo("unknown-unit");

        assertThat(outcome(replay(id))).isEqualTo("refused");

        assertThat(city.letters()).hasSize(1);
        assertThat(city.letters().values()).extracting(DeadLetter::code).containsExactly("unknown-service");
        door.events(Door.SINGLE, event);
        assertThat(city.letters()).as("who sends it again makes no second one").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3174054107850003", "081234567890", "budi@melati.go.id"})
    void whatWasMaskedIsNotReplayable(String note) {
        String event =
                submitted("1", "kel-melati", YEAR_BEFORE).replace("\"case\":", "\"note\":\"" + note + "\",\"case\":");
        String id = refuse(event);

        JsonNode result = replay(id);

        assertThat(outcome(result)).isEqualTo("not-replayable");
        assertThat(result.path("cure").asText())
                .startsWith("Personal data was masked")
                .endsWith(".");
        assertThat(city.letters()).containsOnlyKeys(id);
        assertThat(applications()).isEmpty();
    }

    @Test
    void whatWasCutIsNotReplayable() {
        String id = refuse(submitted("1", "kel-melati", YEAR_BEFORE)
                .replace(
                        "\"case\":",
                        "\"a\":\"" + "x".repeat(8000) + "\",\"b\":\"" + "x".repeat(8000) + "\",\"case\":"));

        assertThat(outcome(replay(id))).isEqualTo("not-replayable");
    }

    @Test
    void ofPersonalDataInAnIdentifierNothingIsReplayable() {
        String id = refuse(submitted("1", "kel-melati", YEAR_BEFORE).replace("berkas-1", "3174054107850003"));

        JsonNode result = replay(id);

        assertThat(outcome(result)).isEqualTo("not-replayable");
        assertThat(result.path("cure").asText()).startsWith("Nothing is kept of an event with personal data");
    }

    private String letterOfRecord(int partition, long offset) {
        Checked.Rejected why =
                new Checked.Rejected(Rejection.of(RejectCode.UNKNOWN_UNIT, "/data/unit"), RefusedEventDetails.NOTHING);
        DeadLetter letter = DeadLetter.ofRecord(
                why, BEFORE.instant(), city.topics.applications(), partition, offset, "[nik]".getBytes(UTF_8));
        city.write(new ProducerRecord<>(city.topics.deadLetters(), letter.key().bytes(), letter.toJson()));
        return letter.id();
    }

    /** What is masked in the letter stands in the record, which is sent on with its headers. */
    @Test
    void aRecordOfAnInputIsTakenFromThereWithItsHeaders() {
        int elsewhere = (HOME + 1) % City.PARTITIONS;
        String data =
                "{\"unit\":\"kel-melati\",\"service\":\"sk-domisili\",\"case\":\"D-1\",\"note\":\"081234567890\"}";
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(city.topics.applications(), elsewhere, null, data.getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "e-1",
                        "ce_source", "loket-1",
                        "ce_type", "id.tepati.application.submitted.v1",
                        "ce_time", "2025-12-31T01:00:00Z",
                        "content-type", "application/json",
                        "tepati_batch", "kk.2025")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        String id = letterOfRecord(elsewhere, city.write(record));

        JsonNode result = replay(id);

        assertThat(outcome(result)).as(result.toString()).isEqualTo("sent");
        assertThat(applications())
                .containsOnlyOnce(new Stored(HOME, "kel-melati", data))
                .hasSize(2);
        assertThat(city.headers(city.topics.applications(), "ce_id")).containsExactly("e-1", "e-1");
        assertThat(city.headers(city.topics.applications(), "tepati_batch")).containsExactly("kk.2025", "kk.2025");
        assertThat(city.letters()).isEmpty();
    }

    @Test
    void aRecordThatIsRefusedAgainKeepsItsLetterUnderItsId() {
        byte[] event = submitted("1", "tak-ada", YEAR_BEFORE).getBytes(UTF_8);
        String id = letterOfRecord(1, city.write(new ProducerRecord<>(city.topics.applications(), 1, null, event)));

        assertThat(outcome(replay(id))).isEqualTo("refused");
        assertThat(city.letters()).containsOnlyKeys(id);
        assertThat(city.letters().get(id).where()).isEqualTo(city.topics.applications() + "/1/0");
        assertThat(city.letters().get(id).source()).isEqualTo("urn:loket:uji");
    }

    @Test
    void aRecordThatIsGoneIsNotReplayable() {
        JsonNode result = replay(letterOfRecord(0, 17));

        assertThat(outcome(result)).isEqualTo("not-replayable");
        assertThat(result.path("cure").asText()).startsWith("Its record is not in the input topic any more");
        assertThat(city.letters()).hasSize(1);
    }

    @Test
    void whatIsDismissedIsGoneAndNothingIsSent() {
        String id = refuse(submitted("1", "kel-melati", YEAR_BEFORE));

        assertThat(ask("dismiss", id, "no-such"))
                .extracting(LettersHandlerTest::outcome)
                .containsExactly("dismissed", "not-found");
        assertThat(city.letters()).isEmpty();
        assertThat(applications()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"ids\":[]}",
                "{\"ids\":[1]}",
                "{\"ids\":\"a\"}",
                "{\"ids\":[\"a\"],\"all\":true}"
            })
    void whatNamesNoLettersIsRefused(String body) {
        Answer answer = door.post("/api/v1/dead-letters/dismiss", "application/json", BodyPublishers.ofString(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("letters-malformed");
    }
}
