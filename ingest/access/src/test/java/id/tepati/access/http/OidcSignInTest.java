package id.tepati.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import id.tepati.access.change.Author;
import id.tepati.access.edit.UserEdits;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.AccessWriter;
import id.tepati.access.feed.SessionWriter;
import id.tepati.access.oidc.ClientSecret;
import id.tepati.access.oidc.OidcConfig;
import id.tepati.access.oidc.RoleRule;
import id.tepati.access.oidc.TestProvider;
import id.tepati.access.oidc.TestProvider.Signing;
import id.tepati.access.record.AccessView;
import id.tepati.access.record.AccountId;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.Permission;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.api.DescribedApi;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server before a provider that may say anything. */
@KafkaBroker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OidcSignInTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final List<String> GROUPS = List.of("pegawai", "camat-mawar");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final TestProvider provider = keep(new TestProvider());
    private TestBroker broker;
    private Map<String, Object> client;
    private AccessFeed feed;
    private Javalin server;

    /** What the browser is told. */
    private record Answer(int status, String location, String body, List<String> cookies) {
        Optional<String> cookie(String name) {
            return cookies.stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .findFirst();
        }

        String held(String name) {
            String cookie = cookie(name).orElseThrow();
            return cookie.substring(0, cookie.indexOf(';'));
        }
    }

    /** A sign-in whose browser is at the provider. */
    private record Begun(String cookie, Map<String, List<String>> asked) {
        String parameter(String name) {
            return asked.get(name).get(0);
        }
    }

    @BeforeAll
    void start(TestBroker shared) {
        broker = shared;
        client = Map.of("bootstrap.servers", shared.bootstrapServers());
        TopicSetup.ensure(shared.admin(), Topics.ofAccess(), (short) 1);
        feed = keep(AccessFeed.start(client, Duration.ofSeconds(30)));
        server = server(provider.issuer());
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(0, part);
        return part;
    }

    private Javalin server(String issuer) {
        OidcConfig config = new OidcConfig(
                URI.create(issuer),
                URI.create("https://tepati.example"),
                TestProvider.CLIENT,
                new ClientSecret(Path.of("oidc-secret"), TestProvider.SECRET),
                List.of("openid", "profile"),
                "Akun Kota",
                OidcConfig.ClaimNames.USUAL,
                List.of(
                        new RoleRule("camat-mawar", Grant.parse("unit-head:kec-mawar")),
                        new RoleRule("operator", Grant.parse("operator"))));
        Clock clock = Clock.systemUTC();
        Gate gate = new Gate(feed::view, true, true, clock);
        SignIn signIn = new SignIn(
                gate, feed, keep(SessionWriter.open(client)), new AccessWriter(client, clock), clock, config);
        Javalin made = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            gate.guard(javalin);
            signIn.addTo(javalin);
            javalin.routes.get(
                    "/figures",
                    ctx -> ctx.result(Asker.of(ctx).scope().roots().toString()),
                    RouteRule.needs(Permission.SEE_FIGURES));
        });
        gate.requireRules(made);
        keep(made::stop);
        return made.start("127.0.0.1", 0);
    }

    @Test
    void somebodyIsConfiguredWhereThereIsAProvider() {
        assertThat(new Gate(() -> AccessView.EMPTY, true, true, Clock.systemUTC()).isOpen())
                .isFalse();
        assertThat(new Gate(() -> AccessView.EMPTY, true, Clock.systemUTC()).isOpen())
                .isTrue();
    }

    @Test
    void asksTheProviderAsWasAgreed() throws Exception {
        Begun begun = begin("/unit/kel-melati?lang=en");

        assertThat(begun.asked())
                .containsEntry("response_type", List.of("code"))
                .containsEntry("client_id", List.of("tepati"))
                .containsEntry("scope", List.of("openid profile"))
                .containsEntry("code_challenge_method", List.of("S256"))
                .containsEntry("redirect_uri", List.of("https://tepati.example/masuk/oidc/kembali"))
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(send(get("/masuk/oidc")).cookie("tepati-masuk").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/masuk/oidc", "Secure");
    }

    @Test
    void letsInWhomTheProviderVouchesFor() throws Exception {
        String user = broker.uniqueName("camat");
        Begun begun = begin("/unit/kel-melati?lang=en");
        Answer in = comeBack(begun, Signing.RIGHT, claims(begun, user, GROUPS), Map.of());

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).endsWith("/unit/kel-melati?lang=en");
        assertThat(in.cookie("tepati-session").orElseThrow()).contains("HttpOnly", "SameSite=Strict", "Max-Age=43200");
        String session = in.held("tepati-session");
        assertThat(send(get("/figures").header("Cookie", session)).body()).isEqualTo("[kec-mawar]");
        String me = send(get("/api/v1/me").header("Cookie", session)).body();
        assertThat(me)
                .contains("\"id\":\"" + user + "\"", "\"name\":\"Camat Mawar\"", "\"oidc\":\"Akun Kota\"")
                .doesNotContain("change-catalogue");
        assertThat(DescribedApi.complaints("GET /api/v1/me", 200, "application/json", me))
                .isEmpty();
        assertThat(send(get("/figures")).status()).isEqualTo(401);
    }

    @Test
    void asksTheProviderForWhatItsTokenDoesNotTell() throws Exception {
        String user = broker.uniqueName("camat");
        Map<String, Object> info = Map.of("sub", "1234", "preferred_username", user, "name", "Camat", "groups", GROUPS);
        Begun begun = begin("/");
        Answer in = comeBack(begun, Signing.RIGHT, provider.claims(begun.parameter("nonce")), info);
        assertThat(send(get("/figures").header("Cookie", in.held("tepati-session")))
                        .body())
                .isEqualTo("[kec-mawar]");

        Begun other = begin("/");
        Map<String, Object> ofAnother = Map.of("sub", "4321", "preferred_username", user, "groups", GROUPS);
        refused(
                comeBack(other, Signing.RIGHT, provider.claims(other.parameter("nonce")), ofAnother),
                "answer-not-valid");
    }

    private enum Forgery {
        OF_ANOTHER_SIGN_IN(token -> token.claim("nonce", "lain")),
        WITHOUT_A_SIGN_IN(token -> token.claim("nonce", null)),
        OF_ANOTHER_PROVIDER(token -> token.issuer("http://127.0.0.1:1")),
        FOR_ANOTHER_CLIENT(token -> token.audience("lain")),
        EXPIRED(token -> token.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
        OF_THE_FUTURE(token -> token.issueTime(Date.from(Instant.now().plusSeconds(120))));

        private final UnaryOperator<JWTClaimsSet.Builder> change;

        Forgery(UnaryOperator<JWTClaimsSet.Builder> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNoTokenThatWasNotMeant(Forgery forgery) throws Exception {
        Begun begun = begin("/unit/kel-melati");
        JWTClaimsSet.Builder forged = forgery.change.apply(claims(begun, broker.uniqueName("camat"), GROUPS));

        Answer answer = comeBack(begun, Signing.RIGHT, forged, Map.of());

        refused(answer, "answer-not-valid");
        assertThat(answer.location()).endsWith("&ke=%2Funit%2Fkel-melati");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void takesNoTokenThatTheProviderDidNotSign(Signing signing) throws Exception {
        Begun begun = begin("/");
        refused(
                comeBack(begun, signing, claims(begun, broker.uniqueName("camat"), GROUPS), Map.of()),
                "answer-not-valid");
    }

    @Test
    void takesASignInOnceAndInItsOwnBrowser() throws Exception {
        Begun begun = begin("/");
        Begun another = begin("/");
        provider.answer(
                begun.parameter("code_challenge"),
                Signing.RIGHT,
                claims(begun, broker.uniqueName("camat"), GROUPS).build(),
                Map.of());
        String back = "/masuk/oidc/kembali?code=kode&state=" + begun.parameter("state");

        refused(send(get(back)), "begin-again");
        refused(send(get(back).header("Cookie", another.cookie())), "begin-again");
        refused(send(get("/masuk/oidc/kembali").header("Cookie", begun.cookie())), "begin-again");
        refused(send(get(back + "x").header("Cookie", begun.cookie())), "begin-again");
        assertThat(send(get(back).header("Cookie", begun.cookie())).cookie("tepati-session"))
                .isPresent();
        refused(send(get(back).header("Cookie", begun.cookie())), "begin-again");
    }

    @Test
    void takesNoCodeThatWasGotWithAnotherChallenge() throws Exception {
        Begun begun = begin("/");
        provider.answer(
                "lain",
                Signing.RIGHT,
                claims(begun, broker.uniqueName("camat"), GROUPS).build(),
                Map.of());

        refused(send(back(begun, "code=kode")), "answer-not-valid");
    }

    @Test
    void saysWhoWasTurnedAwayAndByWhom() throws Exception {
        refused(send(back(begin("/"), "error=access_denied")), "turned-away");
        refused(send(back(begin("/"), "code=kode&iss=https://lain.example")), "answer-not-valid");
        refused(send(back(begin("/"), "")), "answer-not-valid");
    }

    @Test
    void letsNobodyInWithoutARole() throws Exception {
        Begun begun = begin("/");
        refused(
                comeBack(begun, Signing.RIGHT, claims(begun, broker.uniqueName("tamu"), List.of("pegawai")), Map.of()),
                "no-role");
    }

    @Test
    void letsNobodyInByTheNameOfAnother() throws Exception {
        AccountId local = new AccountId(broker.uniqueName("lurah"));
        new AccessWriter(client, Clock.systemUTC())
                .write(new Author("budi", "Uji coba"), UserEdits.add(local, "Lurah", null, List.of()));
        assertThat(feed.await(view -> view.user(local).isPresent(), Duration.ofSeconds(30)))
                .isTrue();

        for (String name : List.of(local.value(), "bukan nama!", local.value().toUpperCase(Locale.ROOT))) {
            Begun begun = begin("/");
            refused(comeBack(begun, Signing.RIGHT, claims(begun, name, GROUPS), Map.of()), "name-not-usable");
        }
    }

    @Test
    void saysThatTheProviderIsAway() throws Exception {
        Javalin alone = server("http://127.0.0.1:1");

        Answer away = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + alone.port() + "/masuk/oidc")));

        refused(away, "provider-away");
        assertThat(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + alone.port() + "/api/v1/me")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsAllSessionsOfWhomTheProviderVouchedFor() throws Exception {
        String user = broker.uniqueName("camat");
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Begun begun = begin("/");
            sessions.add(comeBack(begun, Signing.RIGHT, claims(begun, user, GROUPS), Map.of())
                    .held("tepati-session"));
        }

        assertThat(send(get("/api/v1/sessions")
                                .header("Cookie", sessions.get(0))
                                .DELETE())
                        .status())
                .isEqualTo(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sessions)
                        .allSatisfy(session -> assertThat(send(get("/figures").header("Cookie", session))
                                        .status())
                                .isEqualTo(401)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//lain.example",
                "/\\lain.example",
                "https://lain.example/",
                "lain",
                "",
                "/\t/lain.example",
                "/a\r\nSet-Cookie: a=b",
                "/unit/é"
            })
    void comesBackToThisServerAlone(String path) {
        assertThat(OidcSignIn.local(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/unit/kel-melati", "/urusan?unit=a%2Fb&dinding=#x", "/.a//b"})
    void comesBackToThePageThatWasAskedFor(String path) {
        assertThat(OidcSignIn.local(path)).isEqualTo(path);
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).contains("/masuk?galat=" + code + "&");
        assertThat(answer.cookie("tepati-session")).isEmpty();
    }

    private JWTClaimsSet.Builder claims(Begun begun, String user, List<String> groups) {
        return provider.claims(begun.parameter("nonce"))
                .claim("preferred_username", user)
                .claim("name", "Camat Mawar")
                .claim("groups", groups);
    }

    private Begun begin(String comesTo) throws Exception {
        Answer sent = send(get("/masuk/oidc?ke=" + URLEncoder.encode(comesTo, StandardCharsets.UTF_8)));
        assertThat(sent.location()).startsWith(provider.issuer() + "/auth?");
        return new Begun(
                sent.held("tepati-masuk"),
                URLUtils.parseParameters(URI.create(sent.location()).getRawQuery()));
    }

    private Answer comeBack(Begun begun, Signing how, JWTClaimsSet.Builder token, Map<String, Object> info)
            throws Exception {
        provider.answer(begun.parameter("code_challenge"), how, token.build(), info);
        return send(back(begun, "code=kode"));
    }

    private HttpRequest.Builder back(Begun begun, String query) {
        return get("/masuk/oidc/kembali?state=" + begun.parameter("state") + "&" + query)
                .header("Cookie", begun.cookie());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Location").orElse(""),
                response.body(),
                response.headers().allValues("Set-Cookie"));
    }
}
