package id.tepati.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.access.http.Gate;
import id.tepati.contract.api.ApiDescription;
import id.tepati.contract.api.DescribedApi;
import id.tepati.dashboard.page.WebPage;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.WireName;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.standing.UnitStatus;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code /openapi.json} to what the server does. */
final class ApiDescriptionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** Values that are taken for parameters which have no words to choose from. */
    private static final Map<String, String> VALUES = Map.of(
            "unit", "kel-melati",
            "service", "ktp-el",
            "promise", "completion",
            "from", "2026-11-16",
            "to", "2026-11-17",
            "limit", "7",
            "code", "malformed");

    private static final String ANY_CURSOR = "a2VsLWE";

    /** Of lists that take no other cursors than their own: 8|8|..., and an instant and an id. */
    private static final Map<String, String> CURSORS = Map.of(
            "GET /api/v1/cases", cursor("8|8|20410|1|4096|kel-melati|A-1"),
            "GET /api/v1/dead-letters", cursor("2026-11-21T01:00:00Z|d-2"));

    private final ModelFixture city = ModelFixture.city();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DashboardRoutes routes = new DashboardRoutes(
            city, Health.of(city), metrics, Producers::view, Clock.fixed(ModelFixture.NOW, ZoneOffset.UTC));
    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server;

    @BeforeEach
    void start() {
        server = server(routes::addTo).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
        metrics.close();
    }

    private static Javalin server(Consumer<JavalinConfig> parts) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            Gate.open(Clock.systemUTC()).guard(config);
            parts.accept(config);
        });
    }

    static List<String> reads() {
        return List.copyOf(DescribedApi.operations("reading", "operating"));
    }

    static List<String> readsOfTheApi() {
        return reads().stream()
                .filter(operation -> operation.startsWith("GET /api/"))
                .toList();
    }

    static List<String> readsOfTheModel() {
        return readsOfTheApi().stream()
                .filter(operation ->
                        !Set.of("GET /api/v1", "GET /api/v1/glossary").contains(operation))
                .toList();
    }

    @Test
    void isServedAsItIsAndOnlyOnce() throws Exception {
        HttpResponse<String> response = get("/openapi.json");
        String tag = response.headers().firstValue("ETag").orElseThrow();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.body()).isEqualTo(new String(ApiDescription.json(), StandardCharsets.UTF_8));
        assertThat(get("/openapi.json", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void isOpenApi() {
        String document = new String(ApiDescription.json(), StandardCharsets.UTF_8);

        SwaggerParseResult read = new OpenAPIV3Parser().readContents(document);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.isOpenapi31()).isTrue();
        assertThat(read.getOpenAPI().getPaths().values().stream()
                        .mapToLong(path -> path.readOperations().size())
                        .sum())
                .isEqualTo(DescribedApi.operations("intake", "reading", "operating", "access")
                        .size());
    }

    @Test
    void describesEveryRouteAndNoOther() {
        Set<String> page = routesOf(server(new WebPage()::addTo));
        Set<String> answered = routesOf(server);

        assertThat(answered).containsAll(page);
        answered.removeAll(page);
        assertThat(reads()).containsExactlyElementsOf(answered);
    }

    private static Set<String> routesOf(Javalin server) {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(handler -> handler.endpoint.method.isHttpMethod())
                .map(handler -> handler.endpoint.method + " " + handler.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The server names the parameters that it takes when it refuses one. */
    @ParameterizedTest
    @MethodSource("readsOfTheApi")
    void describesTheParametersThatAreTaken(String operation) throws Exception {
        HttpResponse<String> refused = get(examplePath(operation) + "?no-such=1");

        assertThat(code(refused)).isEqualTo("unknown-parameter");
        assertThat(complaints(operation, refused)).isEmpty();
        String cure = JSON.readTree(refused.body()).get("cure").textValue();
        String[] parts = cure.split(": ", 2);
        Set<String> taken = parts.length == 1 ? Set.of() : Set.of(parts[1].split(", "));
        assertThat(DescribedApi.queryOf(operation).keySet()).isEqualTo(taken);
    }

    @ParameterizedTest
    @MethodSource("readsOfTheApi")
    void describesWhichParametersMustBeThere(String operation) throws Exception {
        Map<String, String> given = required(operation);

        assertThat(status(operation, given)).isEqualTo(200);
        for (String name : given.keySet()) {
            Map<String, String> without = new HashMap<>(given);
            without.remove(name);
            assertThat(status(operation, without)).as("without " + name).isEqualTo(400);
        }
    }

    /** Every described word and bound is taken, and what lies beside it refused. */
    @ParameterizedTest
    @MethodSource("readsOfTheApi")
    void describesTheValuesThatAreTaken(String operation) throws Exception {
        for (Map.Entry<String, JsonNode> parameter :
                DescribedApi.queryOf(operation).entrySet()) {
            String name = parameter.getKey();
            JsonNode schema = parameter.getValue().get("schema");
            Set<String> words = new TreeSet<>(DescribedApi.wordsOf(parameter.getValue()));
            if (schema.path("type").asText().equals("boolean")) {
                words.addAll(List.of("true", "false"));
            }
            if (!words.isEmpty()) {
                assertThat(wordsTaken(operation, name)).as(name).isEqualTo(words);
            } else if (schema.has("maximum")) {
                long maximum = schema.get("maximum").longValue();
                long minimum = schema.get("minimum").longValue();
                assertThat(statuses(operation, name, minimum - 1, minimum, maximum, maximum + 1))
                        .as(name)
                        .containsExactly(400, 200, 200, 400);
            } else {
                String value = name.equals("cursor") ? CURSORS.getOrDefault(operation, ANY_CURSOR) : VALUES.get(name);
                assertThat(statusWith(operation, name, value)).as(name).isEqualTo(200);
            }
        }
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> wordsTaken(String operation, String parameter) throws Exception {
        Map<String, String> query = required(operation);
        query.put(parameter, "no-such");
        JsonNode problem = JSON.readTree(get(asked(operation, query)).body());
        assertThat(problem.path("code").asText()).as(parameter).isEqualTo("invalid-parameter");
        String cure = problem.get("cure").textValue();
        return new TreeSet<>(
                Arrays.asList(cure.substring(cure.indexOf(':') + 1).strip().split(" \\| ")));
    }

    private List<Integer> statuses(String operation, String parameter, long... values) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (long value : values) {
            statuses.add(statusWith(operation, parameter, Long.toString(value)));
        }
        return statuses;
    }

    private int statusWith(String operation, String parameter, String value) throws Exception {
        Map<String, String> query = required(operation);
        query.put(parameter, value);
        return status(operation, query);
    }

    private static Map<String, String> required(String operation) {
        return DescribedApi.queryOf(operation).entrySet().stream()
                .filter(parameter -> parameter.getValue().path("required").asBoolean())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> VALUES.get(parameter.getKey()), (a, b) -> a, HashMap::new));
    }

    @ParameterizedTest
    @CsvSource({
        "index, /api/v1",
        "overview, /api/v1/overview",
        "course, /api/v1/course",
        "units, /api/v1/units",
        "standards, /api/v1/standards",
        "compliance, /api/v1/compliance",
        "compliance-by-unit, /api/v1/compliance",
        "compliance-by-service, /api/v1/compliance",
        "compliance-by-day, /api/v1/compliance",
        "compliance-received, /api/v1/compliance",
        "cases-late, /api/v1/cases",
        "case, /api/v1/cases/{unit}/{case}",
        "incomplete-cases, /api/v1/incomplete-cases",
        "queues, /api/v1/queues",
        "restatements, /api/v1/restatements",
        "status, /api/v1/status",
        "dead-letters, /api/v1/dead-letters",
        "producer, /api/v1/producers/{id}",
    })
    void describesTheAnswersOfTheReference(String golden, String path) throws Exception {
        String answer = Files.readString(GOLDEN.resolve(golden + ".json"));

        assertThat(DescribedApi.complaints("GET " + path, 200, "application/json", answer))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/overview, ''",
        "/api/v1/status, ''",
        "/api/v1/compliance, ?unit=kec-mawar&subtree=true",
    })
    void describesAnswersWhileHistoryComesIn(String path, String query) throws Exception {
        city.loaded(ModelFixture.MELATI, "register", "aduan", 8, 20L, ModelFixture.NOW);

        String answer = get(path + query).body();

        assertThat(JSON.readTree(answer).path("loading"))
                .isEqualTo(JSON.readTree("{\"sources\":1,\"records\":8,\"of\":20}"));
        assertThat(DescribedApi.complaints("GET " + path, 200, "application/json", answer))
                .isEmpty();
    }

    /** The open and the closed, the judged and the unjudged: answers that the reference has no room for. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/overview, /api/v1/overview",
        "/api/v1/units, /api/v1/units?limit=1",
        "/api/v1/standards, /api/v1/standards?unit=kec-mawar",
        "/api/v1/cases, /api/v1/cases?unit=kec-mawar&subtree=true",
        "/api/v1/queues, /api/v1/queues?unit=kel-kenanga",
        "/api/v1/cases/{unit}/{case}, /api/v1/cases/kel-melati/A-1",
        "/api/v1/cases/{unit}/{case}, /api/v1/cases/kel-melati/A-3",
        "/api/v1/cases/{unit}/{case}, /api/v1/cases/kel-melati/A-6",
        "/api/v1/cases/{unit}/{case}, /api/v1/cases/kel-melati/KK%2F2026%2F7",
        "/api/v1/cases/{unit}/{case}, /api/v1/cases/kel-kenanga/B-1",
        "/livez, /livez",
        "/readyz, /readyz",
    })
    void describesFurtherAnswers(String path, String asked) throws Exception {
        HttpResponse<String> answer = get(asked);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(complaints("GET " + path, answer)).isEmpty();
    }

    /** An answer without one of its fields, or with one more, is found. */
    @Test
    void describesTheAnswersTightly() throws Exception {
        String answer = Files.readString(GOLDEN.resolve("compliance.json"));

        assertThat(DescribedApi.complaints("Compliance", answer.replace("\"onTime\"", "\"intime\"")))
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("readsOfTheModel")
    void describesTheProblemWhileLoading(String operation) throws Exception {
        city.state(new ModelAccess.State.Loading());

        HttpResponse<String> refused = get(examplePath(operation));

        assertThat(refused.statusCode()).isIn(400, 503);
        assertThat(complaints(operation, refused)).isEmpty();
        assertThat(complaints("GET /readyz", get("/readyz"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/overview, /api/v1/overview?unit=tak-ada",
        "/api/v1/live, /api/v1/live?unit=tak-ada",
        "/api/v1/course, /api/v1/course?unit=tak-ada",
        "/api/v1/standards, /api/v1/standards?unit=tak-ada",
        "/api/v1/compliance, /api/v1/compliance?unit=tak-ada",
        "/api/v1/cases, /api/v1/cases?unit=tak-ada",
        "/api/v1/incomplete-cases, /api/v1/incomplete-cases?unit=tak-ada",
        "/api/v1/queues, /api/v1/queues?unit=tak-ada",
        "/api/v1/restatements, /api/v1/restatements?unit=tak-ada",
        "/api/v1/cases/{unit}/{case}, /api/v1/cases/tak-ada/A-1",
        "/api/v1/cases/{unit}/{case}, /api/v1/cases/kel-melati/A-99",
    })
    void describesTheProblemOfWhatIsNotThere(String path, String asked) throws Exception {
        HttpResponse<String> refused = get(asked);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(complaints("GET " + path, refused)).isEmpty();
    }

    @Test
    void describesTheEventsOfTheStream() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/live")).build();
        try (Stream<String> lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            String event = lines.filter(line -> line.startsWith("data:"))
                    .findFirst()
                    .orElseThrow()
                    .substring("data:".length());

            assertThat(DescribedApi.complaints("OverviewUpdate", event)).isEmpty();
        }
    }

    @Test
    void hasTheWordsOfTheAnswers() {
        assertThat(DescribedApi.words("Problem", "code"))
                .isEqualTo(Stream.of(DashboardProblem.values())
                        .map(DashboardProblem::code)
                        .toList());
        assertThat(DescribedApi.words("Kind"))
                .isEqualTo(Stream.of(EventFamily.values())
                        .filter(family -> family != EventFamily.NONE)
                        .map(WireName::of)
                        .toList());
        assertThat(DescribedApi.words("Status"))
                .isEqualTo(
                        Stream.of(UnitStatus.values()).map(UnitStatus::wireName).toList());
    }

    private static List<String> complaints(String operation, HttpResponse<String> answer) {
        String contentType = answer.headers().firstValue("Content-Type").orElseThrow();
        String mediaType = contentType.split(";", 2)[0];
        String body = mediaType.equals("text/plain") ? "\"" + answer.body().strip() + "\"" : answer.body();
        return DescribedApi.complaints(operation, answer.statusCode(), mediaType, body);
    }

    private static String examplePath(String operation) {
        return operation
                .substring("GET ".length())
                .replace("{unit}", "kel-melati")
                .replace("{case}", "A-2")
                .replace("{id}", "loket")
                .replace("{format}", "csv");
    }

    private static String code(HttpResponse<String> refused) throws IOException {
        return JSON.readTree(refused.body()).path("code").asText();
    }

    /** Leaves the body alone, for that of a stream does not end. */
    private int status(String operation, Map<String, String> query) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(asked(operation, query))).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    private static String asked(String operation, Map<String, String> query) {
        return query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&", examplePath(operation) + "?", ""));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Accept-Language", "en");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
