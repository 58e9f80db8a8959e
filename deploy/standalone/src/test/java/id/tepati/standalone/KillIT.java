package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.standalone.Api.Figures;
import id.tepati.standalone.RealJar.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed or deleted when, the same file gives the same figures. */
class KillIT {
    private static final int CASES = 4_000;

    /** A long run has twenty. */
    private static final int KILLS = Boolean.getBoolean("tepati.long") ? 20 : 1;

    /** Of every four rows one is on time, one late and closed, one late and open, one without a promise. */
    private static final Figures EXPECTED = new Figures(CASES / 4, CASES / 2, CASES / 4, CASES / 4);

    @TempDir
    Path folder;

    @Test
    void killedInTheMiddleAndImportedAgainAndRebuiltFromTheTopics() throws IOException {
        Path file = generated();
        Random random = new Random(5);
        for (int round = 0; round < KILLS; round++) {
            try (RealJar first = start()) {
                String address = first.awaitReady();
                try (RealJar importing = RealJar.start(folder, importOf(file, address))) {
                    awaitCounted(new Api(address), 1 + (long) (random.nextDouble() * CASES * round / KILLS));
                    first.kill();
                    importing.kill();
                }
            }
        }
        List<JsonNode> kept;
        try (RealJar second = start()) {
            String address = second.awaitReady();
            Ended again = RealJar.run(folder, importOf(file, address));
            assertThat(again.exit()).as(again.output()).isZero();
            assertThat(new Api(address).figures("uji", "resolution")).isEqualTo(EXPECTED);
            kept = rows(new Api(address));
            assertThat(second.stop()).isZero();
            assertThat(second.printed())
                    .as("a start after a kill alarms nobody with stack traces")
                    .doesNotContain("Exception", "\tat ");
            assertThat(folder.resolve("data/log/tepati.log")).content().contains("Exception", "\tat ");
        }
        delete(folder.resolve("data/state"));
        delete(folder.resolve("data/model"));
        try (RealJar third = start()) {
            Api api = new Api(third.awaitReady());
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(api.figures("uji", "resolution")).isEqualTo(EXPECTED));
            assertThat(rows(api)).isEqualTo(kept);
            third.stop();
        }
    }

    /** Of every unit by service, of every case, and of every unit as it stands. */
    private static List<JsonNode> rows(Api api) {
        return List.of(
                api.get("/api/v1/compliance?unit=uji&subtree=true&group=service&limit=1000")
                        .path("rows"),
                api.get("/api/v1/cases?unit=uji&subtree=true&limit=1000").path("rows"));
    }

    private RealJar start() {
        return RealJar.start(folder, "up", "--data", "data", "--port", "0");
    }

    private static void awaitCounted(Api api, long cases) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(api.get("/api/v1/status")
                                .path("model")
                                .path("cases")
                                .asLong())
                        .isGreaterThanOrEqualTo(cases));
    }

    private String[] importOf(Path file, String address) throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(mapping, """
                source: import/uji
                zone: Asia/Jakarta
                dates: ["uuuu-MM-dd'T'HH:mm"]
                root: {id: uji, name: Kota Uji, type: kota}
                unit:
                  - {column: unit, type: kelurahan}
                service: {column: service}
                case: id
                promise: resolution
                events:
                  - type: complaint.received
                    id: "{id}/masuk"
                    time: masuk
                    promisedAt: janji
                  - type: complaint.closed
                    id: "{id}/selesai"
                    time: selesai
                    when: selesai
                    data:
                      outcome: resolved
                """);
        return new String[] {
            "import", file.toString(), "--mapping", mapping.toString(), "--derive-catalog", "--url", address
        };
    }

    private Path generated() throws IOException {
        List<String> rows = new ArrayList<>(List.of("id,unit,service,masuk,janji,selesai"));
        LocalDateTime begin = LocalDateTime.of(2026, 3, 2, 8, 0);
        for (int i = 0; i < CASES; i++) {
            LocalDateTime received = begin.plusMinutes(i);
            String promised = i % 4 == 3 ? "" : received.plusDays(2).toString();
            String closed =
                    i % 4 == 2 ? "" : received.plusDays(i % 4 == 1 ? 3 : 1).toString();
            rows.add(
                    String.join(",", "a" + i, "kel-" + i % 7, "aduan-" + i % 3, received.toString(), promised, closed));
        }
        return Files.write(folder.resolve("cases.csv"), rows);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
