package id.tepati.dashboard.live;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.access.http.Gate;
import id.tepati.access.record.AccessView;
import id.tepati.access.rights.UnitScope;
import id.tepati.dashboard.http.DashboardRoutes;
import id.tepati.dashboard.http.Health;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.dashboard.standing.Standings;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LiveUpdatesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ModelFixture city = ModelFixture.city();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), ModelFixture.NOW));
    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server;
    private int cases;

    @BeforeEach
    void start() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    Gate.open(clock).guard(config);
                    new DashboardRoutes(city, Health.of(city), metrics, () -> AccessView.EMPTY, clock).addTo(config);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
        metrics.close();
    }

    private void anotherCase() {
        city.ktp(KENANGA, "B-" + (100 + cases++), "2026-11-23T09:30");
        city.publish();
    }

    /** What one viewer was sent. */
    private final class Watching {
        private final List<JsonNode> updates = new CopyOnWriteArrayList<>();
        private final CompletableFuture<HttpResponse<Void>> ended;

        Watching(String query) {
            ended = client.sendAsync(
                    request("/api/v1/live" + query),
                    HttpResponse.BodyHandlers.ofByteArrayConsumer(new Lines(this::take)));
        }

        private void take(String line) {
            if (line.startsWith("data: ")) {
                try {
                    updates.add(JSON.readTree(line.substring("data: ".length())));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        Watching awaitUpdates(int atLeast) {
            await().atMost(SOON).untilAsserted(() -> assertThat(updates).hasSizeGreaterThanOrEqualTo(atLeast));
            return this;
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
    }

    @Test
    void sendsEverythingAtOnceAndThenWhatIsNew() {
        Watching watching = new Watching("?unit=kec-mawar").awaitUpdates(1);
        anotherCase();
        watching.awaitUpdates(2);

        JsonNode first = watching.updates.get(0);
        JsonNode second = watching.updates.get(1);
        assertThat(first.path("complete").asBoolean()).isTrue();
        assertThat(first.path("units").findValuesAsText("id"))
                .containsExactly("kec-mawar", "kel-kenanga", "kel-melati");
        assertThat(first.path("summary").path("open").asInt()).isEqualTo(4);
        assertThat(second.path("complete").asBoolean()).isFalse();
        assertThat(second.path("units").findValuesAsText("id")).contains("kel-kenanga");
        assertThat(second.path("summary").path("open").asInt()).isEqualTo(5);
    }

    @Test
    void tellsTwoViewersOfDifferentUnitsEachTheirOwn() {
        Watching all = new Watching("").awaitUpdates(1);
        Watching melati = new Watching("?unit=kel-melati").awaitUpdates(1);

        assertThat(all.updates.get(0).path("unit").isNull()).isTrue();
        assertThat(all.updates.get(0).path("units")).hasSize(3);
        assertThat(melati.updates.get(0).path("unit").asText()).isEqualTo("kel-melati");
        assertThat(melati.updates.get(0).path("units")).hasSize(1);
    }

    /** Something changes every few milliseconds; what adds up to the newest state comes once a second. */
    @Test
    void updatesAtMostOnceASecond() {
        List<Watching> watching = List.of(new Watching(""), new Watching(""));
        watching.forEach(one -> one.awaitUpdates(1));
        Instant begun = clock.instant();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(SOON)
                .until(() -> {
                    anotherCase();
                    return watching.stream().allMatch(one -> one.updates.size() >= 4);
                });

        long seconds = Duration.between(begun, clock.instant()).toSeconds();
        for (Watching one : watching) {
            assertThat((long) one.updates.size()).isLessThanOrEqualTo(2 + seconds);
        }
        watching.forEach(one -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(one.updates
                                .get(one.updates.size() - 1)
                                .path("summary")
                                .path("open")
                                .asInt())
                        .isEqualTo(4 + cases)));
    }

    @Test
    void dropsAViewerThatTakesNothingWhileOthersGoOn() throws IOException {
        Watching good = new Watching("").awaitUpdates(1);
        LiveUpdates updates = new LiveUpdates(city, new Standings(), answer -> new byte[8 << 20], clock);
        Javalin large = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/live", ctx -> updates.open(ctx, null, UnitScope.EVERYWHERE, () -> true));
                    config.events.serverStarting(updates::start);
                    config.events.serverStopping(updates::close);
                })
                .start("127.0.0.1", 0);
        try (Socket slow = new Socket("127.0.0.1", large.port())) {
            slow.getOutputStream()
                    .write("GET /live HTTP/1.1\r\nHost: tepati\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(updates.viewers()).isEqualTo(1));

            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> {
                        anotherCase();
                        assertThat(updates.viewers()).isZero();
                    });
        } finally {
            large.stop();
        }
        assertThat(good.updates).hasSizeGreaterThan(5);
        assertThat(good.ended).isNotDone();
    }

    @Test
    void takesNoSeatForAViewerWhoCouldNotBeToldAnything() throws Exception {
        BreakableClock breakable = new BreakableClock();
        LiveUpdates updates = new LiveUpdates(city, new Standings(), answer -> new byte[0], breakable);
        Javalin other = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/live", ctx -> updates.open(ctx, null, UnitScope.EVERYWHERE, () -> true));
                    config.events.serverStarting(updates::start);
                    config.events.serverStopping(updates::close);
                })
                .start("127.0.0.1", 0);
        try {
            breakable.broken = true;
            HttpRequest live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/live"))
                    .build();
            HttpResponse<String> refused = client.send(live, HttpResponse.BodyHandlers.ofString());

            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(updates.viewers()).isZero();
        } finally {
            other.stop();
        }
    }

    /** A clock that can be made to fail. */
    private static final class BreakableClock extends Clock {
        private volatile boolean broken;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            if (broken) {
                throw new IllegalStateException("the clock is broken");
            }
            return ModelFixture.NOW;
        }
    }

    @Test
    void endsEveryLineWhenTheServerStops() {
        List<Watching> watching = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            watching.add(new Watching(""));
        }
        watching.forEach(one -> one.awaitUpdates(1));

        server.stop();

        watching.forEach(one -> assertThat(one.ended).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void forgetsViewersWhoLeave() {
        HttpClient leaving = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<Void>> left =
                leaving.sendAsync(request("/api/v1/live"), HttpResponse.BodyHandlers.ofByteArrayConsumer(bytes -> {}));
        await().atMost(SOON).untilAsserted(() -> assertThat(viewers()).isEqualTo(1));

        left.cancel(true);

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    anotherCase();
                    assertThat(viewers()).isZero();
                });
    }

    private double viewers() {
        return metrics.get("tepati.live.viewers").gauge().value();
    }

    @Test
    void waitsForTheModel() throws Exception {
        city.state(new ModelAccess.State.Loading());

        HttpResponse<String> response = client.send(request("/api/v1/live"), HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(response.body()).path("code").asText()).isEqualTo("not-ready");
    }

    @Test
    void sendsViewersAwayWhenTheModelDies() {
        Watching watching = new Watching("").awaitUpdates(1);

        city.state(new ModelAccess.State.Failed("The disk is gone."));

        assertThat(watching.ended).succeedsWithin(SOON);
    }

    @Test
    void usesTheClockItWasGiven() {
        Watching watching = new Watching("").awaitUpdates(1);

        Instant now = Instant.parse(watching.updates.get(0).path("now").asText());
        assertThat(now.atOffset(ZoneOffset.UTC).toLocalDate().toString()).isEqualTo("2026-11-23");
    }
}
