package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.standalone.Api.Answer;
import id.tepati.standalone.Api.Figures;
import id.tepati.standalone.RealJar.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator meets: stopping, copies, backups, full disks, a broker that fails, machines of other languages. */
class OperationsIT {
    private static final Figures ONE_LATE = new Figures(0, 1, 1, 0);
    private static final Pattern KAFKA = Pattern.compile("for producers at (\\S+)");

    @TempDir
    Path folder;

    @Test
    void aCopyOfARunningServerHarmsNobodyAndABackupOfTheStoppedOneGivesTheSameFigures() throws IOException {
        try (RealJar original = up("data")) {
            Api api = new Api(original.awaitReady());
            publish(api);
            assertThat(send(api, "P-1").status()).isEqualTo(202);
            awaitFigures(api, ONE_LATE);
            copy(folder.resolve("data"), folder.resolve("copy"));

            Ended copied = RealJar.run(folder, "up", "--data", "copy", "--port", "0");
            Ended live = RealJar.run(folder, "backup", "saved", "--data", "data");

            assertThat(copied.exit()).as(copied.output()).isEqualTo(10);
            assertThat(copied.output()).contains("while a server ran there").doesNotContain("Exception");
            assertThat(live.exit()).as(live.output()).isEqualTo(3);
            assertThat(live.output()).contains("needs it at rest", "in use by process");
            assertThat(send(api, "P-1").status()).isEqualTo(202);
            assertThat(api.text("/readyz")).isEqualTo("ok\n");
            assertThat(original.stop()).isZero();
        }
        Ended saved = RealJar.run(folder, "backup", "saved", "--data", "data");
        assertThat(saved.exit()).as(saved.output()).isZero();
        Ended restored = RealJar.run(folder, "restore", "saved", "--data", "restored");
        assertThat(restored.exit()).as(restored.output()).isZero();
        try (RealJar again = up("restored")) {
            awaitFigures(new Api(again.awaitReady()), ONE_LATE);
            assertThat(again.stop()).isZero();
        }
    }

    @Test
    void aBrokerThatFailsIsSeenAndDoesNotKeepTheProcessFromEnding() throws Exception {
        try (RealJar server = up("data")) {
            Api api = new Api(server.awaitReady());
            publish(api);
            unregisterBrokerOf(server);

            assertThat(send(api, "P-1").status()).isEqualTo(503);
            assertThat(api.status("/readyz")).isEqualTo(503);
            assertThat(api.text("/readyz")).contains("Kafka");
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(api.text("/readyz")).contains("has not answered for the inputs for"));

            Instant asked = Instant.now();
            assertThat(server.stop()).isEqualTo(13);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(server.printed()).contains("did not end in time and were cut short");
        }
    }

    @Test
    void aFullDiskEndsTheServerWithASentenceAndTheNextStartToo() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=220m", "tmpfs", disk.toString()))
                .as("only root may mount a small disk")
                .isZero();
        try {
            fillWhileItRuns(disk);
        } finally {
            assertThat(run("umount", "--lazy", disk.toString())).isZero();
        }
    }

    private void fillWhileItRuns(Path disk) throws IOException {
        Path ballast = disk.resolve("ballast");
        try (RealJar server = up("disk/data")) {
            Api api = new Api(server.awaitReady());
            publish(api);
            assertThat(send(api, "P-1").status()).isEqualTo(202);
            awaitFigures(api, ONE_LATE);

            fill(ballast);

            Ended full = server.awaitEnd();
            assertThat(full.exit()).as(full.output()).isEqualTo(12);
            assertThat(full.output())
                    .contains("tepati: The disk of ", "is full")
                    .doesNotContain("\tat ");
        }
        Ended still = RealJar.run(folder, "up", "--data", "disk/data", "--port", "0");
        assertThat(still.exit()).as(still.output()).isEqualTo(12);
        assertThat(still.output()).contains("tepati: The disk of ", "Make room and start again");
        Files.delete(ballast);
        try (RealJar again = up("disk/data")) {
            awaitFigures(new Api(again.awaitReady()), ONE_LATE);
            assertThat(again.stop()).isZero();
        }
    }

    @Test
    void theMachineMaySpeakAnyLanguage() {
        List<List<String>> locales = List.of(
                List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab"),
                List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.extensions=u-ca-buddhist-nu-thai"),
                List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=US-ASCII"));
        boolean published = false;
        for (List<String> locale : locales) {
            try (RealJar server = RealJar.start(folder, locale, "up", "--data", "data", "--port", "0")) {
                Api api = new Api(server.awaitReady());
                if (!published) {
                    publish(api);
                    assertThat(send(api, "P-1").status()).isEqualTo(202);
                    published = true;
                }
                awaitFigures(api, ONE_LATE);
                assertThat(server.stop()).as(locale.toString()).isZero();
            }
        }
    }

    private RealJar up(String data) {
        return RealJar.start(folder, "up", "--data", data, "--port", "0");
    }

    private static void publish(Api api) {
        String body = "{\"files\":[{\"name\":\"uji.yaml\",\"text\":" + new TextNode(Load.CATALOGUE) + "}]}";
        Answer answer = api.post("/api/v1/catalog?mode=apply", "application/json", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static Answer send(Api api, String id) {
        return api.post("/api/v1/events", "application/json", """
                {"specversion":"1.0", "id":"%s", "source":"uji/operasi", "type":"id.tepati.complaint.received.v1",
                 "time":"2026-04-01T02:00:00Z", "data":{"unit":"peran", "service":"aduan-uji", "case":"P-1"}}
                """.formatted(id));
    }

    private static void awaitFigures(Api api, Figures expected) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(api.figures("peran", "resolution")).isEqualTo(expected));
    }

    /** As another controller on a copy of the directory did once: the broker is there and may do nothing. */
    private static void unregisterBrokerOf(RealJar server) throws ExecutionException, InterruptedException {
        Matcher address = KAFKA.matcher(server.printed());
        assertThat(address.find()).isTrue();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address.group(1)))) {
            admin.unregisterBroker(1).all().get();
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (file.toFile().getUsableSpace() > 0) {
                out.write(megabyte, 0, (int)
                        Math.min(megabyte.length, file.toFile().getUsableSpace()));
            }
        } catch (IOException full) {
            assertThat(file.toFile().getUsableSpace()).isLessThan(megabyte.length);
        }
    }

    /** As cp -r does. */
    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(from)) {
            all = walked.toList();
        }
        for (Path path : all) {
            if (Files.exists(path)) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
