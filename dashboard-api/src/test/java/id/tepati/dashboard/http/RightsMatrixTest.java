package id.tepati.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.access.http.Gate;
import id.tepati.access.record.AccessRecord;
import id.tepati.access.record.AccessView;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.MachineToken;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.record.UserAccount;
import id.tepati.access.rights.Extent;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.Permission;
import id.tepati.access.rights.UserRole;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.contract.api.DescribedApi;
import id.tepati.dashboard.page.WebPage;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.UnitId;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that reads, asked in every role about the unit of the role, one beside it, the one above, and none at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RightsMatrixTest {
    private static final Clock CLOCK = Clock.fixed(ModelFixture.NOW, ZoneOffset.UTC);
    private static final String OWN = "kel-melati";
    private static final String BESIDE = "kel-kenanga";
    private static final String ABOVE = "kec-mawar";
    private static final String UNKNOWN = "kel-seroja";

    /** Of these the city has some at the unit. */
    private static final Set<String> THERE_ARE_SOME = Set.of("overview", "live", "units", "compliance", "cases");

    private static final @Nullable Secret NOBODY = null;
    private static final Set<String> OTHERS = Set.of(BESIDE, ABOVE, "Kenanga", "Mawar");

    /** What a route takes, of which one is enough; those that are not here are answered to anyone. */
    private static final Map<String, Set<Permission>> TAKES = Map.ofEntries(
            Map.entry("overview", Set.of(Permission.SEE_FIGURES)),
            Map.entry("live", Set.of(Permission.SEE_FIGURES)),
            Map.entry("course", Set.of(Permission.SEE_FIGURES)),
            Map.entry("compliance", Set.of(Permission.SEE_FIGURES)),
            Map.entry("queues", Set.of(Permission.SEE_FIGURES)),
            Map.entry("restatements", Set.of(Permission.SEE_FIGURES)),
            Map.entry("cases", Set.of(Permission.SEE_CASES)),
            Map.entry("incomplete-cases", Set.of(Permission.SEE_CASES, Permission.SEE_SYSTEM)),
            Map.entry("units", Set.of(Permission.SEE_CATALOGUE)),
            Map.entry("standards", Set.of(Permission.SEE_CATALOGUE)),
            Map.entry("status", Set.of(Permission.SEE_SYSTEM)),
            Map.entry("dead-letters", Set.of(Permission.SEE_DEAD_LETTERS)),
            Map.entry("metrics", Set.of(Permission.SEE_METRICS)),
            Map.entry("producers", Set.of(Permission.MANAGE_PRODUCERS)));

    private final ModelFixture city = ModelFixture.city();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<UserRole, Secret> inOneUnit = new EnumMap<>(UserRole.class);
    private final Map<UserRole, Secret> everywhere = new EnumMap<>(UserRole.class);
    private Javalin server;

    private record Answer(int status, Map<String, List<String>> headers, String body) {
        /** The same about another unit whose id is as long, but for the second it was made in. */
        Answer about(String unit, String other) {
            return new Answer(status, headers, body.replace(unit, other));
        }
    }

    @BeforeAll
    void start() {
        SecureRandom random = new SecureRandom();
        List<AccessRecord> records = new ArrayList<>();
        records.add(new ProducerAccount(
                new AccountId("loket"),
                List.of(new UnitId(OWN)),
                List.of(),
                List.of(),
                1,
                Secret.make(SecretKind.KEY, random).hash(),
                null,
                false));
        records.add(new UserAccount(new AccountId("somebody"), "Somebody", null, List.of(), Instant.EPOCH));
        for (UserRole role : UserRole.values()) {
            inOneUnit.put(role, token(records, role, new UnitId(OWN), random));
            everywhere.put(role, token(records, role, null, random));
        }
        AccessView view = new AccessView(records, List.of(), null);
        Gate gate = new Gate(() -> view, true, CLOCK);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            gate.guard(config);
            new DashboardRoutes(city, Health.of(city), metrics, () -> view, CLOCK).addTo(config);
        });
        gate.requireRules(server);
        server.start("127.0.0.1", 0);
    }

    private static Secret token(List<AccessRecord> records, UserRole role, @Nullable UnitId unit, SecureRandom random) {
        Secret secret = Secret.make(SecretKind.TOKEN, random);
        records.add(new MachineToken(
                new AccountId(role.wireName() + (unit == null ? "" : "-of-one")),
                new Grant(role, unit),
                secret.hash(),
                ModelFixture.NOW.plus(Duration.ofDays(1))));
        return secret;
    }

    @AfterAll
    void stop() {
        server.stop();
        metrics.close();
    }

    static Stream<Arguments> matrix() {
        return operations()
                .flatMap(operation -> Stream.of(UserRole.values()).map(role -> Arguments.of(operation, role)));
    }

    static Stream<String> operations() {
        return DescribedApi.operations("reading", "operating").stream();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void answersAboutOneUnitAsTheTableSays(String operation, UserRole role) throws Exception {
        Secret token = inOneUnit.get(role);
        Answer own = get(path(operation, OWN), token);
        if (isForAnyone(operation)) {
            assertThat(own.status()).isEqualTo(200);
            return;
        }
        switch (extent(operation, role)) {
            case NOTHING -> assertIsNowhere(operation, own);
            case SUBTREE -> assertOwnAlone(operation, own, token);
            case EVERYWHERE ->
                assertThat(get(path(operation, BESIDE), token).status()).isEqualTo(200);
        }
    }

    private void assertIsNowhere(String operation, Answer own) throws Exception {
        assertThat(own.about("metrics", "nothing")).isEqualTo(get(nowhere(operation), NOBODY));
        assertThat(own.status()).isEqualTo(404);
    }

    private void assertOwnAlone(String operation, Answer own, Secret token) throws Exception {
        assertThat(own.status()).isEqualTo(200);
        assertSaysNothingOfOthers(operation, own);
        for (String other : List.of(BESIDE, ABOVE)) {
            Answer refused = get(path(operation, other), token);
            String unknown = UNKNOWN.substring(0, Math.min(UNKNOWN.length(), other.length()));
            if (takesAUnit(operation)) {
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.about(other, unknown).body())
                        .isEqualTo(get(path(operation, unknown), token).body());
                assertThat(refused.headers().keySet())
                        .isEqualTo(
                                get(path(operation, unknown), token).headers().keySet());
            }
        }
        if (!needsAUnit(operation)) {
            assertSaysNothingOfOthers(operation, get(path(operation, null), token));
        }
    }

    private static void assertSaysNothingOfOthers(String operation, Answer answer) {
        assertThat(answer.body()).doesNotContain(OTHERS);
        if (THERE_ARE_SOME.contains(nameOf(operation))) {
            assertThat(answer.body()).contains(OWN);
        }
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void answersWhoeverHasARoleEverywhereAboutAllUnits(String operation, UserRole role) throws Exception {
        Answer answer = get(path(operation, BESIDE), everywhere.get(role));

        if (isForAnyone(operation) || mayEverywhere(operation, role)) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertThat(answer.about("metrics", "nothing")).isEqualTo(get(nowhere(operation), NOBODY));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void asksWhoeverDidNotSignInToDoSo(String operation) throws Exception {
        Answer answer = get(path(operation, OWN), NOBODY);

        if (isForAnyone(operation)) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers()).containsEntry("www-authenticate", List.of("Bearer"));
            assertThat(DescribedApi.complaints(operation, 401, "application/problem+json", answer.body()))
                    .isEmpty();
        }
    }

    @Test
    void answersHeadAsItAnswersGet() throws Exception {
        assertThat(head("/api/v1/status", inOneUnit.get(UserRole.VIEWER))).isEqualTo(404);
        assertThat(head("/api/v1/status", everywhere.get(UserRole.OPERATOR))).isEqualTo(200);
        assertThat(head("/livez", null)).isEqualTo(200);
        assertThat(head("/seroja", null)).isEqualTo(404);
    }

    @Test
    void knowsNoTokenThatHasExpiredOrIsMistyped() throws Exception {
        String good = everywhere.get(UserRole.VIEWER).text();
        String mistyped = good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0");

        assertThat(get("/api/v1/units", good).status()).isEqualTo(200);
        assertThat(get("/api/v1/units", mistyped).body()).contains("invalid-token");
        assertThat(get("/api/v1/units", "seroja").body()).contains("invalid-token");
    }

    /** The page tells nothing by itself; what it shows it asks for. */
    @Test
    void givesThePageToAnyone() throws Exception {
        Javalin page = Javalin.create(config -> new WebPage().addTo(config));
        List<String> addresses = page.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.path)
                .filter(path -> !path.contains("{"))
                .toList();

        assertThat(addresses).contains("/", "/masuk");
        for (String address : addresses) {
            assertThat(get(address, NOBODY).status()).isEqualTo(200);
        }
    }

    private static boolean isForAnyone(String operation) {
        return !TAKES.containsKey(nameOf(operation));
    }

    private static Extent extent(String operation, UserRole role) {
        Extent widest = Extent.NOTHING;
        for (Permission permission : TAKES.get(nameOf(operation))) {
            Extent extent = permission.of(role);
            boolean lost = extent == Extent.SUBTREE && !permission.isAboutUnits();
            widest = lost || extent.compareTo(widest) < 0 ? widest : extent;
        }
        return widest;
    }

    private static boolean mayEverywhere(String operation, UserRole role) {
        return TAKES.get(nameOf(operation)).stream().anyMatch(permission -> permission.of(role) != Extent.NOTHING);
    }

    private static String nameOf(String operation) {
        return operation.replaceAll("^GET /(api/v1/)?", "").replaceAll("[./].*$", "");
    }

    /** What is no route, like this one but for that. */
    private static String nowhere(String operation) {
        return operation.startsWith("GET /api/") ? "/api/v1/nothing" : "/nothing";
    }

    private static boolean takesAUnit(String operation) {
        return operation.contains("{unit}") || DescribedApi.queryOf(operation).containsKey("unit");
    }

    private static boolean needsAUnit(String operation) {
        return operation.contains("{unit}")
                || (takesAUnit(operation)
                        && DescribedApi.queryOf(operation)
                                .get("unit")
                                .path("required")
                                .asBoolean());
    }

    private static String path(String operation, @Nullable String unit) {
        String path = operation
                .substring("GET ".length())
                .replace("{format}", "csv")
                .replace("{id}", "loket")
                .replace("{unit}", String.valueOf(unit))
                .replace("{case}", BESIDE.equals(unit) ? "B-1" : "A-1");
        boolean asked = unit != null && DescribedApi.queryOf(operation).containsKey("unit");
        return asked ? path + "?unit=" + unit : path;
    }

    private Answer get(String path, @Nullable Secret token) throws IOException, InterruptedException {
        return get(path, token == null ? null : token.text());
    }

    private Answer get(String path, @Nullable String token) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(request(path, token).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            boolean endless = path.startsWith("/api/v1/live") && response.statusCode() == 200;
            String body = new String(endless ? untilEmptyLine(in) : in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
            headers.remove("date");
            return new Answer(response.statusCode(), headers, body);
        }
    }

    private static byte[] untilEmptyLine(InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith("\n\n")) {
            read.append((char) in.read());
        }
        return read.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private int head(String path, @Nullable Secret token) throws IOException, InterruptedException {
        return client.send(
                        request(path, token == null ? null : token.text())
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
