package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tepati.access.http.Gate;
import id.tepati.broker.EmbeddedBroker;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.gateway.http.Door.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue is there, but Kafka does not take what is sent. */
@KafkaBroker
final class UnacknowledgedTest {
    private static final Clock CLOCK = Clock.fixed(City.NOW, ZoneOffset.UTC);
    private static final GatewayLimits IMPATIENT =
            new GatewayLimits(GatewayLimits.EVENTS_A_REQUEST, GatewayLimits.BYTES_A_CATALOGUE, Duration.ofSeconds(1));

    private City city;

    @BeforeEach
    void open(TestBroker broker) {
        city = City.sample(broker);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void saysThatNothingWasTakenWhereNoBrokerAnswers() throws IOException {
        try (Door door = doorTo("127.0.0.1:" + unusedPort(), GatewayLimits.STANDARD)) {
            Answer answer = door.events(Door.SINGLE, Events.submitted("1"), "Accept-Language", "en");

            assertNothingTaken(answer);
            assertThat(door.counted("accepted")).isZero();
        }
    }

    @Test
    void doesNotAnswerARefusalEitherBeforeItsDeadLetterIsStored() throws IOException {
        try (Door door = doorTo("127.0.0.1:" + unusedPort(), GatewayLimits.STANDARD)) {
            assertNothingTaken(door.events(Door.SINGLE, "{broken"));
            assertNothingTaken(door.events(Door.SINGLE, Events.submitted("1", "kel-tidak-ada", Events.TIME)));
        }
    }

    @Test
    void stopsAcceptingWhenTheBrokerStopsAndKeepsWhatItHadAcknowledged(@TempDir Path directory) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        try (broker) {
            createTopics(broker.bootstrapServers());
            try (Door door = doorTo(broker.bootstrapServers(), IMPATIENT)) {
                await().untilAsserted(() -> assertThat(
                                door.events(Door.SINGLE, Events.submitted("1")).status())
                        .isEqualTo(202));

                broker.close();

                assertNothingTaken(door.events(Door.SINGLE, Events.submitted("2")));
                assertThat(door.counted("accepted")).isEqualTo(1);
            }
        }
    }

    @Test
    void tellsSendersToComeAgainWhileItIsFull() throws IOException {
        String thousand = IntStream.range(0, GatewayLimits.EVENTS_A_REQUEST)
                .mapToObj(i -> Events.submitted("e" + i))
                .collect(Collectors.joining("\n"));
        var full = new GatewayLimits(
                GatewayLimits.EVENTS_A_REQUEST, GatewayLimits.BYTES_A_CATALOGUE, Duration.ofSeconds(15));
        try (Door door = doorTo("127.0.0.1:" + unusedPort(), full)) {
            CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> door.events(Door.LINES, thousand));
            await().until(() ->
                    door.meters.get("tepati.gateway.inflight.events").gauge().value() == 1_000);

            Answer answer = door.events(Door.SINGLE, Events.submitted("1"));

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.json().path("code").asText()).isEqualTo("too-many-requests");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertNothingTaken(waiting.join());
            await().untilAsserted(() -> assertThat(door.meters
                            .get("tepati.gateway.inflight.events")
                            .gauge()
                            .value())
                    .isZero());
        }
    }

    @Test
    void takesNothingOnceTheCatalogueFeedHasEnded() {
        try (Door door = city.door(CLOCK)) {
            city.feed.close();

            Answer answer = door.events(Door.SINGLE, Events.submitted("1"));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("code").asText()).isEqualTo("catalog-unavailable");
            assertThat(answer.body()).doesNotContain("Exception");
        }
    }

    private static void assertNothingTaken(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("code").asText()).isEqualTo("not-acknowledged");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    private Door doorTo(String bootstrap, GatewayLimits limits) {
        return new Door(
                GatewayProducer.open(Map.of("bootstrap.servers", bootstrap)),
                Map.of("bootstrap.servers", bootstrap),
                city.feed,
                () -> city.publisher(CLOCK),
                CLOCK,
                Gate.open(CLOCK),
                new GatewaySettings(city.topics, City.PARTITIONS, limits));
    }

    private void createTopics(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(
                            new NewTopic(city.topics.applications(), City.PARTITIONS, (short) 1),
                            new NewTopic(city.topics.deadLetters(), City.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
