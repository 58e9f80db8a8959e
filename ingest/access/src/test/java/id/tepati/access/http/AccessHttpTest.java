package id.tepati.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tepati.access.change.Author;
import id.tepati.access.edit.TokenEdits;
import id.tepati.access.edit.UserEdits;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.AccessWriter;
import id.tepati.access.feed.SessionWriter;
import id.tepati.access.record.AccountId;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.Permission;
import id.tepati.access.secret.Passwords;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.api.DescribedApi;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two servers over one broker, as processes of a cluster would be. */
@KafkaBroker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessHttpTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Author BUDI = new Author("budi", "Uji coba");
    private static final String PASSWORD = "lima kuda di sawah";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Passwords PASSWORDS = new Passwords(new SecureRandom());

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final List<AccessFeed> feeds = new ArrayList<>();
    private TestBroker broker;
    private Map<String, Object> client;
    private AccessWriter writer;
    private Javalin one;
    private Javalin other;
    private AccountId lurah;

    private record Answer(int status, String type, String body, Optional<String> cookie) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    @BeforeAll
    void start(TestBroker shared) {
        broker = shared;
        client = Map.of("bootstrap.servers", shared.bootstrapServers());
        TopicSetup.ensure(shared.admin(), Topics.ofAccess(), (short) 1);
        writer = new AccessWriter(client, Clock.systemUTC());
        one = server();
        other = server();
    }

    @BeforeEach
    void addLurah() {
        lurah = new AccountId(broker.uniqueName("lurah"));
        writer.write(
                BUDI,
                UserEdits.add(lurah, "Lurah", PASSWORDS.hash(PASSWORD), List.of(Grant.parse("viewer:kel-melati"))));
        feeds.forEach(feed -> assertThat(feed.await(view -> view.user(lurah).isPresent(), LONG))
                .isTrue());
    }

    private Javalin server() {
        AccessFeed feed = keep(AccessFeed.start(client, LONG));
        feeds.add(feed);
        Gate gate = new Gate(feed::view, true, Clock.systemUTC());
        SignIn signIn = new SignIn(gate, feed, keep(SessionWriter.open(client)), writer, Clock.systemUTC(), null);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            gate.guard(config);
            signIn.addTo(config);
            new ChangeList(feed, client).addTo(config);
            config.routes.get(
                    "/figures",
                    ctx -> ctx.result(Asker.of(ctx).scope().roots().toString()),
                    RouteRule.needs(Permission.SEE_FIGURES));
        });
        gate.requireRules(server);
        keep(() -> server.stop());
        return server.start("127.0.0.1", 0);
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(0, part);
        return part;
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }

    @Test
    void describesEveryRouteAndEveryCode() {
        assertThat(DescribedApi.operations("access"))
                .isEqualTo(one.unsafe.internalRouter.allHttpHandlers().stream()
                        .filter(handler -> handler.endpoint.method.isHttpMethod())
                        .map(handler -> handler.endpoint.method + " " + handler.endpoint.path)
                        .filter(operation -> operation.contains("/api/"))
                        .collect(Collectors.toSet()));
        assertThat(DescribedApi.words("AccessProblem", "code"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(AccessProblem.values())
                        .map(AccessProblem::code)
                        .toList());
    }

    @Test
    void doesNotStartWithARouteThatHasNoRule() {
        Gate gate = Gate.open(Clock.systemUTC());
        Javalin server = Javalin.create(config -> config.routes.get("/secret", ctx -> ctx.result("?")));

        assertThatIllegalStateException()
                .isThrownBy(() -> gate.requireRules(server))
                .withMessageContaining("GET /secret");
    }

    @Test
    void lastsOverEveryServerUntilItIsEnded() throws Exception {
        assertThat(get(one, "/figures", null).status()).isEqualTo(401);
        Answer in = signIn(one, lurah.value(), PASSWORD);
        assertThat(in.status()).isEqualTo(200);
        assertThat(DescribedApi.complaints("POST /api/v1/session", 200, "application/json", in.body()))
                .isEmpty();
        assertThat(in.json().path("units").toString()).isEqualTo("[\"kel-melati\"]");
        String cookie = in.cookie().orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Max-Age=43200");

        assertThat(get(one, "/figures", cookie).body()).isEqualTo("[kel-melati]");
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(get(other, "/figures", cookie).status()).isEqualTo(200));
        assertThat(delete(other, "/api/v1/session", cookie).status()).isEqualTo(204);
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(get(one, "/figures", cookie).status()).isEqualTo(401));
    }

    @Test
    void endsAllSessionsAtOnce() throws Exception {
        String first = signIn(one, lurah.value(), PASSWORD).cookie().orElseThrow();
        String second = signIn(other, lurah.value(), PASSWORD).cookie().orElseThrow();

        assertThat(delete(one, "/api/v1/sessions", first).status()).isEqualTo(204);

        await().atMost(LONG).untilAsserted(() -> {
            assertThat(get(one, "/figures", first).status()).isEqualTo(401);
            assertThat(get(other, "/figures", second).status()).isEqualTo(401);
        });
        assertThat(delete(one, "/api/v1/sessions", first).status()).isEqualTo(401);
        assertThat(signIn(other, lurah.value(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void saysOfAWrongNameWhatItSaysOfAWrongPassword() throws Exception {
        Answer wrong = signIn(one, lurah.value(), "bukan kata sandi ini");
        Answer unknown = signIn(one, broker.uniqueName("nobody"), PASSWORD);
        Answer noId = signIn(one, "Bukan Nama!", PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body())
                .contains("wrong-password")
                .isEqualTo(unknown.body())
                .isEqualTo(noId.body());
        assertThat(wrong.cookie()).isEmpty();
    }

    @Test
    void locksANameAfterTenFailuresButNoOther() throws Exception {
        for (int failure = 0; failure < 10; failure++) {
            assertThat(signIn(one, lurah.value(), "kata sandi " + failure).status())
                    .isEqualTo(401);
        }

        assertThat(signIn(one, lurah.value(), PASSWORD).body()).contains("\"locked\"");
        assertThat(signIn(one, broker.uniqueName("camat"), PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void takesNothingFromAnotherSite() throws Exception {
        String body = "{\"user\":\"" + lurah + "\",\"password\":\"" + PASSWORD + "\"}";
        for (String[] header : new String[][] {
            {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://lain.example"}
        }) {
            Answer refused = send(post(one, body).header(header[0], header[1]));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.cookie()).isEmpty();
        }
        assertThat(send(post(one, body).header("Sec-Fetch-Site", "same-origin")).status())
                .isEqualTo(200);
        assertThat(send(post(one, body).header("Origin", "http://127.0.0.1:" + one.port()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoNameAndPassword() throws Exception {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "null",
                "{\"user\":\"a\"}",
                "{\"user\":null,\"password\":null}",
                "{\"user\":{},\"password\":[]}",
                "{\"user\":\"a\",\"password\":\"" + "x".repeat(5000) + "\"}")) {
            Answer refused = send(post(one, body));
            assertThat(refused.status()).as(body).isEqualTo(400);
            assertThat(refused.body()).contains("sign-in-malformed").doesNotContain("Exception");
        }
    }

    @Test
    void tellsAuditorsWhoChangedWhat() throws Exception {
        Secret secret = Secret.make(SecretKind.TOKEN, new SecureRandom());
        AccountId auditor = new AccountId(broker.uniqueName("auditor"));
        writer.write(
                BUDI,
                TokenEdits.add(
                        auditor,
                        Grant.parse("auditor"),
                        secret.hash(),
                        Instant.now().plusSeconds(60)));
        writer.note(new Author("ani", "tarif baru"), "publish", "catalogue", new TreeMap<>(Map.of("entries", 3)));

        await().atMost(LONG).untilAsserted(() -> {
            Answer changes = send(request(one, "/api/v1/changes").header("Authorization", "Bearer " + secret.text()));
            assertThat(changes.status()).isEqualTo(200);
            assertThat(DescribedApi.complaints("GET /api/v1/changes", 200, "application/json", changes.body()))
                    .isEmpty();
            assertThat(changes.json().path("flaw").isNull()).isTrue();
            JsonNode latest = changes.json().path("changes").path(0);
            assertThat(latest.path("who").textValue()).isEqualTo("ani");
            assertThat(latest.path("what").toString()).isEqualTo("{\"entries\":3}");
            assertThat(changes.body())
                    .contains("token|" + auditor, "Uji coba")
                    .doesNotContain(secret.hash().hex());
        });
        Answer older =
                send(request(one, "/api/v1/changes?before=2").header("Authorization", "Bearer " + secret.text()));
        assertThat(older.json().path("changes").size()).isEqualTo(1);
        assertThat(older.json().path("next").isNull()).isTrue();
        assertThat(send(request(one, "/api/v1/changes?before=x").header("Authorization", "Bearer " + secret.text()))
                        .body())
                .contains("invalid-page");
        String cookie = signIn(one, lurah.value(), PASSWORD).cookie().orElseThrow();
        assertThat(get(one, "/api/v1/changes", cookie).status()).isEqualTo(404);
    }

    private Answer signIn(Javalin server, String user, String password) throws Exception {
        return send(post(server, "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}"));
    }

    private static HttpRequest.Builder post(Javalin server, String body) {
        return request(server, "/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private Answer get(Javalin server, String path, @Nullable String cookie) throws Exception {
        return send(with(cookie, request(server, path)));
    }

    private Answer delete(Javalin server, String path, String cookie) throws Exception {
        return send(with(cookie, request(server, path)).DELETE());
    }

    private static HttpRequest.Builder with(@Nullable String cookie, HttpRequest.Builder request) {
        return cookie == null ? request : request.header("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    private static HttpRequest.Builder request(Javalin server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body(),
                response.headers().firstValue("Set-Cookie"));
    }
}
