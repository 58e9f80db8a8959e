package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample producers over a bad line to the real jar, each where its runtime is: 25 complaints and one event of a unit
 * that nobody knows are kept, and sent through {@link FaultyFront}.
 */
class ProducerSamplesIT {
    private static final int COMPLAINTS = 25;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static RealJar server;
    private static String address;
    private static Api api;

    @BeforeAll
    static void start() {
        assumeTrue(
                Stream.of(Tool.PYTHON, Tool.NODE, Tool.PHP).anyMatch(Tool::isThere),
                "left out: neither python3 nor node nor php is installed");
        server = RealJar.start(folder, "up", "--data", "data", "--port", "0");
        address = server.awaitReady();
        api = new Api(address);
        RealJar.Ended applied = RealJar.run(
                folder,
                "catalog",
                "apply",
                "--url",
                address,
                RealJar.examples().resolve("sample/catalog").toString());
        assertThat(applied.exit()).as(applied.output()).isZero();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void python() throws Exception {
        losesNothingAndCountsNothingTwice(Tool.PYTHON, "producer-python/producer.py", "kel-melati");
    }

    @Test
    void node() throws Exception {
        losesNothingAndCountsNothingTwice(Tool.NODE, "producer-node/producer.mjs", "kel-kenanga");
    }

    @Test
    void php() throws Exception {
        losesNothingAndCountsNothingTwice(Tool.PHP, "producer-php/producer.php", "disdukcapil");
    }

    private static void losesNothingAndCountsNothingTwice(Tool runtime, String sample, String unit) throws Exception {
        assumeTrue(runtime.isThere(), () -> "left out: " + runtime.names().get(0) + " is not installed");
        String program = RealJar.examples().resolve(sample).toAbsolutePath().toString();
        Path outbox = folder.resolve("outbox-" + unit);

        try (FaultyFront front = new FaultyFront(address)) {
            Map<String, String> settings = Map.of(
                    "TEPATI_URL",
                    front.address(),
                    "TEPATI_SOURCE",
                    "urn:uji:" + unit,
                    "TEPATI_UNIT",
                    unit,
                    "TEPATI_OUTBOX",
                    outbox.toString());
            Tool.Ended added = runtime.run(folder, settings, happenings(unit), List.of(program, "add"));
            assertThat(added.exit()).as(added.output()).isZero();
            assertThat(jsonFiles(outbox)).as("kept").hasSize(COMPLAINTS + 1);

            Tool.Ended sent = runtime.run(folder, settings, "", List.of(program, "send"));

            assertThat(sent.exit()).as(sent.output()).isZero();
            assertThat(jsonFiles(outbox)).as("left").isEmpty();
            itToldOfTheRefusedEventAndPutItAside(sent.output(), outbox);
            itCameAgainAsItShould(front.requests());
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(opened(unit)).isEqualTo(COMPLAINTS);
            JsonNode source = source(unit);
            assertThat(source.path("duplicate").asInt())
                    .as("of those whose answer was lost")
                    .isEqualTo(COMPLAINTS);
            assertThat(source.path("silent").isNull()).as("no heartbeat").isFalse();
        });
        assertThat(opened(unit)).as("counted once").isEqualTo(COMPLAINTS);
    }

    /** The event that is refused lies among the others. */
    private static String happenings(String unit) {
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= COMPLAINTS; number++) {
            lines.add("complaint.received {\"unit\":\"%s\",\"service\":\"pengaduan\",\"case\":\"P-%d\"}"
                    .formatted(unit, number));
        }
        lines.add(12, "complaint.received {\"unit\":\"kel-tak-ada\",\"service\":\"pengaduan\",\"case\":\"P-1\"}");
        return String.join("\n", lines) + "\n";
    }

    private static void itToldOfTheRefusedEventAndPutItAside(String output, Path outbox) throws IOException {
        assertThat(output).containsOnlyOnce("refused: ").contains("unknown-unit /data/unit ", "catalogue");
        List<Path> aside = jsonFiles(outbox.resolve("rejected"));
        assertThat(aside).hasSize(1);
        JsonNode letter = JSON.readTree(aside.get(0).toFile());
        assertThat(letter.path("event").path("data").path("unit").asText()).isEqualTo("kel-tak-ada");
        assertThat(letter.path("reason").path("code").asText()).isEqualTo("unknown-unit");
    }

    private static void itCameAgainAsItShould(List<FaultyFront.Request> requests) {
        FaultyFront.Request refused = requests.get(0);
        FaultyFront.Request cut = requests.get(1);
        FaultyFront.Request again = requests.get(2);
        assertThat(Duration.ofNanos(cut.nanos() - refused.nanos())).isGreaterThanOrEqualTo(FaultyFront.RETRY_AFTER);
        assertThat(refused.ids()).hasSize(COMPLAINTS + 1).doesNotHaveDuplicates();
        assertThat(cut.ids()).as("the same events under the same ids").isEqualTo(refused.ids());
        assertThat(again.ids()).isEqualTo(refused.ids());
        assertThat(requests.get(3).ids())
                .as("the half of what was too large")
                .isEqualTo(again.ids().subList(0, 13));
        assertThat(requests.get(requests.size() - 1)
                        .events()
                        .path(0)
                        .path("type")
                        .asText())
                .isEqualTo("id.tepati.source.heartbeat.v1");
    }

    private static int opened(String unit) {
        return api.get("/api/v1/compliance?unit=" + unit + "&service=pengaduan&clock=resolution")
                .path("rows")
                .path(0)
                .path("opened")
                .asInt();
    }

    private static JsonNode source(String unit) {
        for (JsonNode source : api.get("/api/v1/status").path("sources")) {
            if (source.path("source").asText().equals("urn:uji:" + unit)
                    && source.path("unit").asText().equals(unit)) {
                return source;
            }
        }
        throw new AssertionError("nothing was heard of " + unit);
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }
}
