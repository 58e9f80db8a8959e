package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.standalone.Api.Answer;
import id.tepati.standalone.Api.Figures;
import id.tepati.standalone.RealJar.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar as integrators, leaders and operators use it. The sample is imported once before all; a test that sends
 * more has a unit of its own.
 */
class JourneyIT {
    private static final Figures SAMPLE = new Figures(18, 14, 6, 8);
    private static final String EVENTS = "/api/v1/events";
    private static final String BATCH = "application/cloudevents-batch+json";

    @TempDir
    static Path folder;

    private static RealJar server;
    private static String address;
    private static Api api;
    private static Ended firstImport;

    @BeforeAll
    static void start() {
        server = RealJar.start(folder, "up", "--data", "data", "--port", "0");
        address = server.awaitReady();
        api = new Api(address);
        Ended applied = RealJar.run(
                folder,
                "catalog",
                "apply",
                "--url",
                address,
                RealJar.examples().resolve("sample/catalog").toString());
        assertThat(applied.exit()).as(applied.output()).isZero();
        firstImport = importSample(RealJar.examples().resolve("sample/pengaduan.csv"));
    }

    @AfterAll
    static void stop() {
        server.stop();
        server.close();
    }

    @Test
    void aFileGoesInAndJudgedFiguresComeOutHoweverOftenAndInWhateverOrder() throws IOException {
        assertThat(firstImport.output()).contains("counted 71, duplicate 0, refused 0");
        assertThat(api.figures("tirtamaya", "resolution")).isEqualTo(SAMPLE);

        Ended again = importSample(RealJar.examples().resolve("sample/pengaduan.csv"));
        assertThat(again.output())
                .contains("counted 0, duplicate 71, refused 0")
                .contains("nothing new");
        Ended shuffled = importSample(shuffled(RealJar.examples().resolve("sample/pengaduan.csv")));
        assertThat(shuffled.output()).contains("counted 0, duplicate 71, refused 0");
        assertThat(api.figures("tirtamaya", "resolution")).isEqualTo(SAMPLE);
    }

    @Test
    void theWorkedExampleOfTheReadmeComesOutAsItSays() throws IOException {
        // given
        String readme = Files.readString(RealJar.examples().resolve("../../README.md"));
        String events = readme.substring(readme.indexOf("<<'EVENTS'\n") + 11, readme.indexOf("\nEVENTS\n"));
        // when
        Answer answer = api.post(EVENTS, "application/x-ndjson", events);
        // then
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(4);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode found = api.get("/api/v1/cases/disdukcapil/AKTA-7");
            JsonNode clock = completionOf(found);
            assertThat(clock.path("due").asText()).isEqualTo("2026-04-02T17:00:00Z");
            assertThat(clock.path("outcome").asText()).isEqualTo("on-time");
            assertThat(found.path("trace").toString()).contains("2026-03-27", "2026-03-30", "2026-03-31", "2026-04-01");
        });
    }

    private static JsonNode completionOf(JsonNode found) {
        for (JsonNode clock : found.path("clocks")) {
            if (clock.path("clock").asText().equals("completion")) {
                return clock;
            }
        }
        return found.path("no completion");
    }

    @Test
    void theCasesBehindAFigureAreExactlyAsMany() {
        JsonNode late = api.get("/api/v1/cases?unit=tirtamaya&subtree=true&clock=resolution&verdict=late&limit=1000");
        assertThat(late.path("total").asInt()).isEqualTo(14);
        assertThat(late.path("cases"))
                .hasSize(14)
                .allSatisfy(found -> assertThat(found.path("outcome").asText()).isEqualTo("late"));
        JsonNode one = late.path("cases").path(0);
        JsonNode detail =
                api.get("/api/v1/cases/" + Api.encoded(one.path("unit").asText()) + "/"
                        + Api.encoded(one.path("case").asText()));
        assertThat(detail.path("clocks").findValuesAsText("sk")).anyMatch(sk -> sk.startsWith("Berkas impor"));
        assertThat(detail.path("timeline")).isNotEmpty();
    }

    @Test
    void anOpenCaseTurnsLateWithoutAnyFurtherInput() {
        // given: a case that was itself promised to be ready in three seconds
        String unit = publish("silent", "stated");
        Instant due = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
        // when
        Answer answer = api.post(
                EVENTS,
                BATCH,
                "[" + event("silence-1", "complaint.received", unit, "silence", ",\"promisedAt\":\"" + due + "\"")
                        + "]");
        // then
        assertThat(answer.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(api.figures(unit, "resolution")).isEqualTo(new Figures(0, 1, 1, 0)));
        JsonNode found = api.get("/api/v1/cases?unit=" + unit + "&clock=resolution&verdict=late")
                .path("cases")
                .path(0);
        assertThat(found.path("verdictAt").asText()).isEqualTo(due.toString());
    }

    @Test
    void oneBadEventOfFiveHundredIsRefusedAndTheOthersCount() {
        // given
        String unit = derivedUnit("batch");
        List<String> events = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> event("batch-" + i, "complaint.received", unit, "batch-" + i, ""))
                .toList());
        events.set(250, event("batch-bad", "complaint.received", "no-such-unit", "batch-250", ""));
        // when
        Answer answer = api.post(EVENTS, BATCH, "[" + String.join(",", events) + "]");
        // then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(499);
        assertThat(answer.body().path("rejected").path(0).path("index").asInt()).isEqualTo(250);
        assertThat(answer.body().path("rejected").path(0).path("code").asText()).isEqualTo("unknown-unit");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(api.figures(unit, "resolution").noPromise()).isEqualTo(499));
        assertThat(api.get("/api/v1/dead-letters?code=unknown-unit").toString()).contains("no-such-unit");
    }

    @Test
    void badInputHasACodeAndACure() {
        String unit = derivedUnit("bad");
        String ahead = event("ahead", "complaint.received", unit, "ahead", "")
                .replaceFirst(
                        "\"time\":\"[^\"]+\"", "\"time\":\"" + Instant.now().plus(1, ChronoUnit.DAYS) + "\"");

        Answer tooEarly = api.post(EVENTS, "application/cloudevents+json", ahead);
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.body().path("rejected").path(0).path("code").asText())
                .isEqualTo("time-ahead");

        Answer broken = api.post(EVENTS, "application/cloudevents+json", "{\"specversion\":");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body().path("code").asText()).isEqualTo("malformed");
        assertThat(broken.body().path("cure").asText()).isNotEmpty();

        Answer tooLarge = api.post(EVENTS, BATCH, "[" + " ".repeat(10 << 20) + "]");
        assertThat(tooLarge.status()).isEqualTo(413);
    }

    @Test
    void aCsvWithBrokenRowsGoesInWithoutThem() throws IOException {
        // given
        List<String> lines =
                new ArrayList<>(Files.readAllLines(RealJar.examples().resolve("sample/pengaduan.csv")));
        lines.add(5, "only,three,columns");
        Path file = Files.write(folder.resolve("broken.csv"), lines);
        // when
        Ended imported = importSample(file);
        // then
        assertThat(imported.exit()).isEqualTo(3);
        assertThat(imported.output()).contains("of them refused 1").containsPattern("\\b6\\b");
        assertThat(api.figures("tirtamaya", "resolution")).isEqualTo(SAMPLE);
    }

    /** Two events a row, of a unit of its own; the figures are looked at while they fill. */
    @Test
    void whileAFileComesInTheFiguresSaySoAndHowFarItIs() throws IOException {
        // given
        Path file = writeRegister(1_500);
        // when
        List<JsonNode> told = new ArrayList<>();
        try (RealJar run = startImport(file, writeMapping())) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> {
                        told.add(api.get("/api/v1/overview").path("loading"));
                        assertThat(last(told).path("of").asLong()).isEqualTo(3_000);
                    });
            assertThat(run.awaitEnd().output()).contains("sending 3,000 events", "counted 3,000");
        }
        // then
        assertThat(last(told).path("records").asLong()).isBetween(1L, 3_000L);
        assertThat(last(told).path("sources").asLong()).isEqualTo(1);
        assertThat(api.get("/api/v1/overview").has("loading"))
                .as("the import ends when all is judged")
                .isFalse();
        assertThat(api.get("/api/v1/status").has("loading")).isFalse();
        assertThat(api.text("/metrics")).contains("tepati_unit_history_loading{unit=\"muatan\"} 0.0");
        assertThat(api.figures("muatan", "resolution")).isEqualTo(new Figures(1_500, 0, 0, 0));
    }

    private static JsonNode last(List<JsonNode> told) {
        return told.get(told.size() - 1);
    }

    private static Path writeRegister(int rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("nomor,diterima,dijanjikan,selesai"));
        IntStream.range(0, rows)
                .mapToObj(row -> "M-" + row + ",02/03/2026 09:00,06/03/2026,03/03/2026 10:00")
                .forEach(lines::add);
        return Files.write(folder.resolve("register.csv"), lines);
    }

    private static Path writeMapping() throws IOException {
        return Files.writeString(folder.resolve("register.yaml"), """
                source: import/muatan
                zone: Asia/Jakarta
                dates: [dd/MM/uuuu HH:mm, dd/MM/uuuu]
                root: {id: muatan, name: Unit Muatan, type: opd}
                service: {id: aduan-muatan, name: Pengaduan}
                case: nomor
                promise: resolution
                events:
                  - {type: complaint.received, id: "{nomor}/diterima", time: diterima, promisedAt: dijanjikan}
                  - {type: complaint.closed, id: "{nomor}/selesai", time: selesai, data: {outcome: resolved}}
                """);
    }

    @Test
    void aWrongCatalogueNamesFileLineAndCure() throws IOException {
        // given
        Path catalogue = Files.createDirectories(folder.resolve("wrong"));
        Files.writeString(catalogue.resolve("units.yaml"), "units:\n  - id: Kel Melati\n    name: Melati\n");
        // when
        Ended checked = RealJar.run(folder, "catalog", "check", "--url", address, catalogue.toString());
        // then
        assertThat(checked.exit()).isEqualTo(3);
        assertThat(checked.output()).contains("units.yaml:2");
    }

    @Test
    void statusProbesAndMetricsTellHowItIs() {
        Ended status = RealJar.run(folder, "status", "--url", address);
        assertThat(status.exit()).isZero();
        assertThat(status.output()).contains("import/");
        assertThat(api.text("/livez")).contains("ok");
        assertThat(api.text("/readyz")).contains("ok");
        assertThat(api.text("/metrics")).contains("tepati_read_model_size", "tepati_pipeline_running 1.0");
    }

    private static Ended importSample(Path file) {
        try (RealJar run = startImport(file, RealJar.examples().resolve("sample/mapping.yaml"))) {
            return run.awaitEnd();
        }
    }

    private static RealJar startImport(Path file, Path mapping) {
        return RealJar.start(
                folder,
                "import",
                file.toString(),
                "--mapping",
                mapping.toString(),
                "--derive-catalog",
                "--url",
                address);
    }

    private static Path shuffled(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String header = lines.remove(0);
        Collections.shuffle(lines, new Random(7));
        lines.add(0, header);
        return Files.write(folder.resolve("shuffled.csv"), lines);
    }

    private static String derivedUnit(String name) {
        return publish("unit-" + name, "unknown");
    }

    /** Publishes a unit with a service {@code aduan} and one promise for complaints. */
    private static String publish(String unit, String within) {
        String yaml = """
                calendars:
                  - {id: tanpa-libur, alwaysOpen: true}
                units:
                  - {id: %s, name: Unit uji, type: uji, zone: Asia/Jakarta, calendar: tanpa-libur}
                services:
                  - {id: aduan, name: Pengaduan}
                standards:
                  - {unit: %s, service: aduan, sk: SK UJI/1, promises: [{clock: resolution, within: %s}]}
                """.formatted(unit, unit, within);
        String body = "{\"files\":[{\"name\":\"uji.yaml\",\"text\":"
                + new com.fasterxml.jackson.databind.node.TextNode(yaml) + "}]}";
        Answer answer = api.post("/api/v1/catalog?mode=apply", "application/json", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return unit;
    }

    private static String event(String id, String type, String unit, String caseId, String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"uji/loket\",\"type\":\"id.tepati." + type
                + ".v1\",\"time\":\"" + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\",\"data\":{\"unit\":\"" + unit
                + "\",\"service\":\"aduan\",\"case\":\"" + caseId + "\"" + more + "}}";
    }
}
