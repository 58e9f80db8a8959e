package id.tepati.gateway.http;

import static id.tepati.gateway.http.Events.complaint;
import static id.tepati.gateway.http.Events.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.access.change.Author;
import id.tepati.access.edit.ProducerEdits;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.AccessWriter;
import id.tepati.access.http.Gate;
import id.tepati.access.record.AccountId;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.api.DescribedApi;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import id.tepati.gateway.http.Door.Answer;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways on one broker, each with a feed of its own, and a producer with a key. */
@KafkaBroker
final class ProducerKeysTest {
    private static final Clock CLOCK = Clock.fixed(City.NOW, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Author BUDI = new Author("budi", "Uji coba");
    private static final String EVENTS = "POST /api/v1/events";

    private static City published;

    private final SecureRandom random = new SecureRandom();
    private final Secret key = Secret.make(SecretKind.KEY, random);
    private TestBroker broker;
    private City city;
    private AccessWriter writer;
    private AccessFeed feed;
    private AccessFeed otherFeed;
    private Door door;
    private Door otherDoor;
    private AccountId loket;

    @BeforeAll
    static void publish(TestBroker broker) {
        published = City.sample(broker);
        TopicSetup.ensure(broker.admin(), Topics.ofAccess(), (short) 1);
    }

    @AfterAll
    static void forget() {
        published.close();
    }

    @BeforeEach
    void open(TestBroker shared) {
        broker = shared;
        Map<String, Object> client = Map.of("bootstrap.servers", shared.bootstrapServers());
        city = published.untouched();
        writer = new AccessWriter(client, Clock.systemUTC());
        feed = AccessFeed.start(client, LONG);
        otherFeed = AccessFeed.start(client, LONG);
        door = city.door(CLOCK, new Gate(feed::view, true, CLOCK));
        otherDoor = city.door(CLOCK, new Gate(otherFeed::view, true, CLOCK));
        loket = new AccountId(broker.uniqueName("loket"));
    }

    @AfterEach
    void close() {
        door.close();
        otherDoor.close();
        feed.close();
        otherFeed.close();
    }

    private void add(String unit, List<EventType> types, List<String> sources, int rate) {
        writer.write(BUDI, ProducerEdits.add(loket, List.of(new UnitId(unit)), types, sources, rate, key.hash()));
        for (AccessFeed each : List.of(feed, otherFeed)) {
            assertThat(each.await(view -> view.producerWith(key).isPresent(), LONG))
                    .isTrue();
        }
    }

    private Answer send(Door to, String... events) {
        return to.events(Door.LINES, String.join("\n", events), "Authorization", "Bearer " + key.text());
    }

    private static String heartbeat(String id, String unit) {
        return submitted(id, unit, Events.TIME)
                .replace("application.submitted", "source.heartbeat")
                .replaceAll(",\"service\":\"[^\"]*\",\"case\":\"[^\"]*\"", "");
    }

    @Test
    void takesWhatTheKeyIsForAndRefusesTheRestEventByEvent() {
        add(
                "kec-anggrek",
                List.of(EventType.APPLICATION_SUBMITTED, EventType.SOURCE_HEARTBEAT),
                List.of("urn:loket:uji"),
                100);
        String below = submitted("1");
        String otherUnit = submitted("2", "disdukcapil", Events.TIME);
        String otherType = complaint("3", "kel-melati");
        String otherSource = submitted("4").replace("urn:loket:uji", "urn:antrean:uji");

        Answer answer = send(
                door,
                below,
                otherUnit,
                otherType,
                otherSource,
                heartbeat("5", "kel-melati"),
                heartbeat("6", "disdukcapil"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().path("rejected"))
                .extracting(
                        one -> one.path("index").asInt(),
                        one -> one.path("id").asText(),
                        one -> one.path("code").asText(),
                        one -> one.path("pointer").asText())
                .containsExactly(
                        tuple(1, "2", "not-this-producer", "/data/unit"),
                        tuple(2, "3", "not-this-producer", "/type"),
                        tuple(3, "4", "not-this-producer", "/source"),
                        tuple(5, "6", "not-this-producer", "/data/unit"));
        assertThat(DescribedApi.complaints(EVENTS, 202, answer.header("Content-Type"), answer.body()))
                .isEmpty();
        assertThat(city.letters().values())
                .hasSize(4)
                .allMatch(DeadLetter::isFromGateway)
                .allMatch(letter -> letter.code().equals("not-this-producer"))
                .extracting(DeadLetter::unit)
                .contains(new UnitId("disdukcapil"), new UnitId("kel-melati"));
        assertThat(door.meters
                        .counter("tepati.gateway.rejected", "code", "not-this-producer")
                        .count())
                .isEqualTo(4);
    }

    @Test
    void tellsNothingOfUnitsThatTheKeyIsNotFor() {
        add("kel-melati", List.of(), List.of(), 100);
        String known = submitted("1", "kel-kenanga", Events.TIME);
        String unknown = submitted("1", "kel-kenangi", Events.TIME);
        String near = submitted("1", "kel-melatti", Events.TIME);
        String faulty = known.replace("sk-domisili", "tak-ada");

        Answer answer = send(door, known);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(send(door, unknown).body()).isEqualTo(answer.body());
        assertThat(send(door, faulty).body()).isEqualTo(answer.body());
        assertThat(cure(send(door, near))).startsWith("Did you mean kel-melati? ");
        assertThat(cure(answer)).doesNotContain("kel-");
    }

    private static String cure(Answer answer) {
        return answer.json().path("rejected").path(0).path("cure").asText();
    }

    @Test
    void anOperatorMaySendAgainWhatAProducerMayNot() {
        add("kel-kenanga", List.of(), List.of(), 100);
        send(door, submitted("1"));
        String letter = city.letters().firstKey();

        try (Door operator = city.door()) {
            operator.post(
                    "/api/v1/dead-letters/replay",
                    "application/json",
                    BodyPublishers.ofString("{\"ids\":[\"" + letter + "\"]}"));
        }

        assertThat(city.letters()).isEmpty();
        assertThat(city.stored(city.topics.applications())).hasSize(1);
    }

    @Test
    void takesNothingWithoutAGoodKey() {
        add("kel-melati", List.of(), List.of(), 100);

        assertNotLetIn("key-required", door.events(Door.SINGLE, submitted("1")));
        assertNotLetIn(
                "invalid-token",
                door.events(
                        Door.SINGLE,
                        submitted("1"),
                        "Authorization",
                        "Bearer " + Secret.make(SecretKind.KEY, random).text()));
    }

    @Test
    void aRevokedKeyIsRefusedByEveryGatewayWithinTwoSeconds() {
        add("kel-melati", List.of(), List.of(), 100);
        assertThat(send(door, submitted("1")).status()).isEqualTo(202);
        assertThat(send(otherDoor, submitted("2")).status()).isEqualTo(202);

        writer.write(BUDI, ProducerEdits.revoke(loket));

        for (Door each : List.of(door, otherDoor)) {
            await().atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertNotLetIn("key-revoked", send(each, submitted("3"))));
        }
        assertThat(city.stored(city.topics.applications())).hasSize(2);
        assertThat(city.letters()).isEmpty();
    }

    private static void assertNotLetIn(String code, Answer answer) {
        JsonNode problem = answer.json();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(DescribedApi.complaints(EVENTS, 401, answer.header("Content-Type"), answer.body()))
                .isEmpty();
    }

    @Test
    void takesNothingOfARequestBeyondTheRate() {
        add("kel-melati", List.of(), List.of(), 10);
        String[] twentyFive =
                IntStream.range(0, 25).mapToObj(i -> submitted("a" + i)).toArray(String[]::new);
        assertThat(send(door, twentyFive).json().path("accepted").asInt()).isEqualTo(25);

        Answer answer = send(door, submitted("b"));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().path("code").asText()).isEqualTo("too-many-events-a-second");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 2);
        assertThat(DescribedApi.complaints(EVENTS, 429, answer.header("Content-Type"), answer.body()))
                .isEmpty();
        assertThat(city.stored(city.topics.applications())).hasSize(25);
        assertThat(send(otherDoor, submitted("b")).status())
                .as("each gateway counts for itself")
                .isEqualTo(202);
    }

    @Test
    void whoeverMaySendWithoutAKeyMaySendEverythingAtAnyRate() {
        try (Door open = city.door()) {
            String thousand =
                    IntStream.range(0, 1_000).mapToObj(i -> submitted("a" + i)).collect(Collectors.joining("\n"));
            assertThat(open.events(Door.LINES, thousand).json().path("accepted").asInt())
                    .isEqualTo(1_000);
            assertThat(open.events(Door.LINES, thousand).status()).isEqualTo(202);
        }
    }
}
