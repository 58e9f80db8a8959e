package id.tepati.dashboard.http;

import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.access.http.Gate;
import id.tepati.contract.api.DescribedApi;
import id.tepati.contract.api.Language;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.metrics.DashboardMetrics;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.UnitId;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DashboardRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Clock CLOCK = Clock.fixed(ModelFixture.NOW, ZoneOffset.UTC);

    private final ModelFixture city = ModelFixture.city();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DashboardRoutes routes = new DashboardRoutes(city, Health.of(city), metrics, Producers::view, CLOCK);
    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server;

    @BeforeEach
    void start() {
        DashboardMetrics.bindJvm(metrics);
        DashboardMetrics.bind(metrics, city, CLOCK);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    Gate.open(CLOCK).guard(config);
                    routes.addTo(config);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
        metrics.close();
    }

    /** With {@code -Dtepati.golden=write} the answers are written instead of compared. */
    @ParameterizedTest
    @CsvSource({
        "units, /api/v1/units",
        "standards, /api/v1/standards?unit=kel-melati",
        "compliance, /api/v1/compliance?unit=kec-mawar&subtree=true",
        "compliance-by-unit, /api/v1/compliance?unit=kec-mawar&subtree=true&service=ktp-el&clock=completion&group=unit",
        "compliance-by-service, '/api/v1/compliance?unit=kel-melati&clock=completion&group=service'",
        "queues, '/api/v1/queues?unit=kec-mawar&subtree=true'",
        "compliance-received, '/api/v1/compliance?unit=kel-melati&by=received&from=2026-11-16&to=2026-11-16&group=day'",
        "cases-late, /api/v1/cases?unit=kec-mawar&subtree=true&verdict=late",
        "case, /api/v1/cases/kel-melati/A-2",
        "restatements, /api/v1/restatements?unit=kec-mawar&subtree=true",
        "compliance-by-day, /api/v1/compliance?unit=kel-melati&service=ktp-el&clock=completion&group=day",
        "status, /api/v1/status",
        "dead-letters, /api/v1/dead-letters?limit=2",
        "producer, /api/v1/producers/loket",
        "overview, /api/v1/overview?unit=kec-mawar",
        "index, /api/v1",
    })
    void answers(String golden, String path) throws Exception {
        compare(golden, path);
    }

    /** Two files finished on Monday a week ago and one today, besides the ticket of the example. */
    @Test
    void answersTheCourse() throws Exception {
        city.ktp(MELATI, "M-1", "2026-11-13T09:00").decided("2026-11-16T08:10");
        city.ktp(MELATI, "M-2", "2026-11-13T09:00").decided("2026-11-16T09:40");
        city.ktp(MELATI, "M-3", "2026-11-20T09:00").decided("2026-11-23T08:20");
        city.publish();

        compare("course", "/api/v1/course?unit=kec-mawar&subtree=true");
    }

    @Test
    void answersTheIncompleteCases() throws Exception {
        city.ktp(MELATI, "A-7").decided("2026-11-20T09:00");
        city.publish();

        compare("incomplete-cases", "/api/v1/incomplete-cases?unit=kec-mawar&subtree=true");
    }

    private void compare(String golden, String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        Path file = GOLDEN.resolve(golden + ".json");
        JsonNode body = JSON.readTree(response.body());
        if ("write".equals(System.getProperty("tepati.golden"))) {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n");
        }
        assertThat(body).isEqualTo(JSON.readTree(Files.readString(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "404, unknown-unit, unit, /api/v1/compliance?unit=kel-mawar",
        "404, unknown-unit, unit, /api/v1/standards?unit=Bukan%20Id",
        "404, unknown-unit, unit, /api/v1/cases/tak-ada/A-1",
        "404, unknown-case, case, /api/v1/cases/kel-melati/A-99",
        "400, missing-parameter, unit, /api/v1/compliance",
        "400, unknown-parameter, sevice, /api/v1/compliance?unit=kel-melati&sevice=kk",
        "400, unknown-parameter, unit, /api/v1/status?unit=kel-melati",
        "404, unknown-unit, unit, /api/v1/overview?unit=kel-mawar",
        "404, unknown-unit, unit, /api/v1/incomplete-cases?unit=kel-mawar",
        "404, unknown-unit, unit, /api/v1/live?unit=kel-mawar",
        "400, unknown-parameter, subtree, '/api/v1/live?unit=kel-melati&subtree=true'",
        "400, invalid-parameter, service, /api/v1/compliance?unit=kel-melati&service=akta",
        "400, invalid-parameter, from, /api/v1/compliance?unit=kel-melati&from=2026-11-17&to=2026-11-16",
        "400, invalid-parameter, to, /api/v1/compliance?unit=kel-melati&to=17-11-2026",
        "400, invalid-parameter, clock, /api/v1/cases?unit=kel-melati&clock=tea",
        "400, invalid-parameter, by, /api/v1/compliance?unit=kel-melati&by=mood",
        "400, invalid-parameter, group, /api/v1/compliance?unit=kel-melati&group=month",
        "400, invalid-parameter, subtree, /api/v1/compliance?unit=kel-melati&subtree=yes",
        "400, invalid-parameter, state, /api/v1/cases?unit=kel-melati&state=shut",
        "400, invalid-parameter, verdict, '/api/v1/cases?unit=kel-melati&verdict=late,lost'",
        "400, invalid-parameter, limit, /api/v1/units?limit=0",
        "400, invalid-parameter, limit, /api/v1/units?limit=1001",
        "400, missing-parameter, unit, /api/v1/restatements",
        "400, unknown-parameter, service, /api/v1/restatements?unit=kel-melati&service=kk",
        "400, invalid-parameter, from, /api/v1/restatements?unit=kel-melati&from=17-11-2026",
        "400, invalid-parameter, cursor, /api/v1/units?cursor=%3F",
        "400, invalid-parameter, cursor, /api/v1/units?cursor=zzz",
        "400, invalid-parameter, cursor, /api/v1/units?cursor=a2VsLWF",
        "400, invalid-parameter, from, /api/v1/cases?unit=kel-melati&from=-999999999-01-01",
        "400, invalid-parameter, from, /api/v1/cases?unit=kel-melati&from=1999-12-31",
        "400, invalid-parameter, to, /api/v1/cases?unit=kel-melati&to=%2B10000-01-01",
        "400, invalid-parameter, code, /api/v1/dead-letters?code=foo",
        "404, unknown-unit, unit, /api/v1/dead-letters?unit=kel-mawar",
        "400, invalid-parameter, unit, /api/v1/compliance?unit=kel-melati&unit=kel-kenanga",
    })
    void refusesWithACodeAndTheParameter(int status, String code, String parameter, String path) throws Exception {
        HttpResponse<String> response = get(path);

        JsonNode problem = JSON.readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("type").asText()).isEqualTo("urn:tepati:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
        assertThat(problem.path("cure").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id                | id | Parameter tidak dikenal
            en-GB,en;q=0.8    | en | Parameter unknown
            fr,en;q=0.5       | en | Parameter unknown
            fr                | id | Parameter tidak dikenal
            ;;;               | id | Parameter tidak dikenal
            """)
    void speaksTwoLanguages(String accepted, String language, String title) throws Exception {
        HttpResponse<String> response = get("/api/v1/units?limitt=5", "Accept-Language", accepted);

        assertThat(response.headers().firstValue("Content-Language")).contains(language);
        assertThat(JSON.readTree(response.body()).path("title").asText()).isEqualTo(title);
        assertThat(JSON.readTree(response.body()).path("detail").asText()).contains("limitt", "limit");
    }

    @Test
    void everyCodeHasItsTextsInBothLanguages() {
        for (Language language : Language.values()) {
            for (DashboardProblem code : DashboardProblem.values()) {
                assertThat(List.of("title", "detail", "cure"))
                        .allMatch(
                                part -> ProblemException.TEXTS.has(language, code.code() + "." + part),
                                language + " " + code);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/status?x=1          | There is no parameter x here. | Leave it out, for this address takes no parameters.
            /api/v1/units?unit=x        | There is no parameter unit here. | Leave it out or use one of: cursor, limit
            /api/v1/units?limits=x      | There is no parameter limits here; did you mean limit? | Leave it out or use one of: cursor, limit
            /api/v1/units?limit=1&limit=2 | The parameter limit is given more than once. | Send limit once.
            /api/v1/units?cursor=zzz    | The parameter cursor cannot be "zzz". | Take cursor over from next of the page before; leave it out for the first page.
            /api/v1/compliance?unit=kel-melati&service=akta | The catalogue has no service "akta". | Look up the service's id with GET /api/v1/standards for any unit.
            """)
    void tellsWhatToDo(String path, String detail, String cure) throws Exception {
        JsonNode english = JSON.readTree(get(path, "Accept-Language", "en").body());
        JsonNode indonesian = JSON.readTree(get(path).body());

        assertThat(english.path("detail").asText()).isEqualTo(detail);
        assertThat(english.path("cure").asText()).isEqualTo(cure);
        assertThat(indonesian.path("detail").asText()).isNotBlank().isNotEqualTo(detail);
        assertThat(indonesian.path("cure").asText()).isNotBlank().isNotEqualTo(cure);
    }

    @ParameterizedTest
    @CsvSource({"en, The part of the verdicts", "id, Bagian dari putusan", "fr, Bagian dari putusan"})
    void tellsWhatFiguresMean(String accepted, String words) throws Exception {
        HttpResponse<String> response = get("/api/v1/glossary", "Accept-Language", accepted);

        JsonNode figures = JSON.readTree(response.body()).path("figures");
        assertThat(response.headers().firstValue("Content-Language"))
                .contains(JSON.readTree(response.body()).path("language").asText());
        assertThat(figures)
                .anyMatch(figure -> figure.path("key").asText().equals("attainment")
                        && figure.path("words").asText().startsWith(words));
    }

    /** By an old client of the JDK: the newer one refuses to send it. */
    @ParameterizedTest
    @ValueSource(strings = {"cases?unit=%zz", "live?unit=%zz", "units?%zz=1", "units?limit=5%"})
    void refusesAQueryThatCannotBeDecoded(String path) throws Exception {
        URL address = new URL("http://127.0.0.1:" + server.port() + "/api/v1/" + path);
        HttpURLConnection request = (HttpURLConnection) address.openConnection();

        assertThat(request.getResponseCode()).isEqualTo(400);
        JsonNode problem = JSON.readTree(request.getErrorStream());
        assertThat(problem.path("code").asText()).isEqualTo("invalid-parameter");
        assertThat(problem.has("parameter")).isFalse();
        assertThat(problem.path("cure").asText()).contains("%25");
    }

    @Test
    void findsACaseWhoseIdHasCharactersOfAddresses() throws Exception {
        city.ktp(MELATI, "50%2F\\a/b;c?d#e..", "2026-11-20T09:00");
        city.publish();

        String id = "50%252F%5Ca%2Fb%3Bc%3Fd%23e..";
        HttpResponse<String> found = get("/api/v1/cases/kel-melati/" + id);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(found.body()).path("case").asText()).isEqualTo("50%2F\\a/b;c?d#e..");
        assertThat(get("/unit/kel-melati/urusan/" + id).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2FAssets.class",
                "..%5CAssets.class",
                "%252e%252e%252FAssets.class",
                "..%252Fmessages_id.properties",
                "index.html%5C..%5C..%5CAssets.class"
            })
    void servesNothingBesideTheFilesOfThePage(String name) throws Exception {
        assertThat(get("/assets/" + name).statusCode()).isIn(400, 404);
    }

    @Test
    void findsACaseWhoseIdHasSlashes() throws Exception {
        HttpResponse<String> response = get("/api/v1/cases/kel-melati/KK%2F2026%2F7");

        assertThat(JSON.readTree(response.body()).path("case").asText()).isEqualTo("KK/2026/7");
    }

    @Test
    void followsPagesByTheirCursor() throws Exception {
        JsonNode first = JSON.readTree(get("/api/v1/units?limit=2").body());
        JsonNode second = JSON.readTree(
                get("/api/v1/units?limit=2&cursor=" + first.path("next").asText())
                        .body());

        assertThat(first.path("units").findValuesAsText("id")).containsExactly("kec-mawar", "kel-kenanga");
        assertThat(second.path("units").findValuesAsText("id")).containsExactly("kel-melati");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void filtersDeadLetters() throws Exception {
        assertThat(lettersOf("code=unknown-service")).containsExactly("d-3", "d-1");
        assertThat(lettersOf("code=text-too-long")).isEmpty();
        assertThat(lettersOf("unit=kel-melati")).containsExactly("d-1");
        assertThat(lettersOf("unit=kec-mawar")).isEmpty();
        assertThat(lettersOf("id=d-2")).containsExactly("d-2");
        assertThat(lettersOf("id=d-9")).isEmpty();
        assertThat(lettersOf("unit=-")).containsExactly("d-2");
        assertThat(lettersOf("source=-")).isEmpty();
    }

    /** The newest letter may name a unit that nobody has published, and a code of a later release. */
    @Test
    void findsLettersOfWhatOnlyTheyKnow() throws Exception {
        DeadLetter letter = new DeadLetter(
                "d-4",
                "code-of-tomorrow",
                "/data/unit",
                "Publish the unit.",
                ModelFixture.NOW,
                "gateway",
                new UnitId("kel-baru"),
                "loket-1",
                null,
                "{}");
        city.put(Topics.DEAD_LETTERS, "d-4", letter.toJson());

        assertThat(lettersOf("unit=kel-baru")).containsExactly("d-4");
        assertThat(lettersOf("code=code-of-tomorrow")).containsExactly("d-4");
    }

    @Test
    void aSourceIsAskedForAsItWasSentAndLettersAreFoundByItsMaskedName() throws Exception {
        String source = "loket/3201014509900001";
        DeadLetter letter = new DeadLetter(
                "d-5",
                "unknown-unit",
                "/data/unit",
                "Publish the unit.",
                ModelFixture.NOW,
                "gateway",
                null,
                "loket/[nik]",
                null,
                null);
        city.put(Topics.DEAD_LETTERS, "d-5", letter.toJson());

        assertThat(lettersOf("source=" + source)).containsExactly("d-5");
        assertThat(lettersOf("source=loket-1")).isNotEmpty().doesNotContain("d-5");
        assertThat(lettersOf("source=loket-1&code=unknown-unit")).isEmpty();
        assertThat(lettersOf("source=nobody")).isEmpty();
    }

    private List<String> lettersOf(String query) throws Exception {
        return JSON.readTree(get("/api/v1/dead-letters?" + query).body())
                .path("deadLetters")
                .findValuesAsText("id");
    }

    @Test
    void asksForPatienceWhileLoading() throws Exception {
        city.state(new ModelAccess.State.Loading());

        HttpResponse<String> response = get("/api/v1/status");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(JSON.readTree(response.body()).path("code").asText()).isEqualTo("not-ready");
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/livez").statusCode()).isEqualTo(200);
    }

    /** It may come back, so a new start would not help. */
    @Test
    void isUnreadyAndAliveWithoutItsDatabase() throws Exception {
        city.state(new ModelAccess.State.WithoutDatabase("It does not answer."));

        assertThat(JSON.readTree(get("/api/v1/status").body()).path("code").asText())
                .isEqualTo("database-unavailable");
        HttpResponse<String> probe = get("/readyz");
        assertThat(probe.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(probe.body()).path("reason").asText()).isEqualTo("It does not answer.");
        assertThat(get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void isDeadWhenTheModelIs() throws Exception {
        city.state(new ModelAccess.State.Failed("The disk is gone."));

        assertThat(JSON.readTree(get("/api/v1/status").body()).path("code").asText())
                .isEqualTo("read-model-failed");
        HttpResponse<String> probe = get("/livez");
        assertThat(probe.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(probe.body()).path("reason").asText()).isEqualTo("The disk is gone.");
    }

    @Test
    void measuresByRouteAndNotByPath() throws Exception {
        get("/api/v1/cases/kel-melati/A-1");
        get("/api/v1/compliance?unit=tak-ada");

        String scraped = get("/metrics").body();
        assertThat(scraped)
                .contains("tepati_http_requests_seconds_count{route=\"/api/v1/cases/{unit}/{case}\",status=\"200\"} 1")
                .contains("tepati_http_requests_seconds_count{route=\"/api/v1/compliance\",status=\"404\"} 1")
                .contains("tepati_read_model_size{what=\"cases\"} 11.0")
                .contains("tepati_read_model_freshness_seconds 0.5")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("A-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/complaince", "/api/v2/units", "/api", "/api/v1/cases/kel-melati"})
    void explainsAPathOfTheApiThatNobodyAnswers(String path) throws Exception {
        HttpResponse<String> response = get(path, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(response.body()).path("code").asText()).isEqualTo("unknown-path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/overview", "/api/v1/cases/kel-melati/A-1", "/api/v1/live", "/openapi.json", "/livez"})
    void namesTheMethodsOfAPathThatTakesNoOther(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Accept-Language", "en")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(DescribedApi.complaints("Problem", response.body())).isEmpty();
        assertThat(JSON.readTree(response.body()).path("code").asText()).isEqualTo("method-not-allowed");
        assertThat(JSON.readTree(response.body()).path("cure").asText()).contains("GET, HEAD");
    }

    @Test
    void everyRouteIsInTheReference() throws Exception {
        String reference = Files.readString(Path.of("../docs/api.md"));

        assertThat(routes.paths())
                .allMatch(path -> reference.contains("## `GET " + path.replace(".{format}", "") + "`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index",
                "overview",
                "course",
                "units",
                "standards",
                "compliance",
                "cases-late",
                "case",
                "incomplete-cases",
                "queues",
                "restatements",
                "status",
                "dead-letters"
            })
    void theReferenceShowsWhatIsAnswered(String golden) throws Exception {
        String answer = Files.readString(GOLDEN.resolve(golden + ".json")).strip();

        assertThat(Files.readString(Path.of("../docs/api.md"))).contains("```json\n" + answer + "\n```");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
