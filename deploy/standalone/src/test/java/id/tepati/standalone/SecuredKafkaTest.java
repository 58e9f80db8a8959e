package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.standalone.Api.Answer;
import id.tepati.standalone.Api.Figures;
import id.tepati.standalone.app.KafkaCluster;
import id.tepati.standalone.app.Listening;
import id.tepati.standalone.app.LogLevel;
import id.tepati.standalone.app.Role;
import id.tepati.standalone.app.Server;
import id.tepati.standalone.app.ServerSettings;
import id.tepati.standalone.cli.TepatiCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that asks who comes: every client of Tepati is let in, or one sentence says why not. */
class SecuredKafkaTest {
    private static final int NOT_STARTED = 10;
    private static final int USAGE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static SecuredKafka kafka;

    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;

    @BeforeAll
    static void start() throws Exception {
        kafka = new SecuredKafka(folder);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private record Ended(int exit, List<String> said) {}

    private Ended run(String... line) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int exit = TepatiCommand.run(line);
            return new Ended(exit, said.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErr);
        }
    }

    /** All roles of one process, from the catalogue to the figure of one complaint. */
    private static void assertFigureOf(String name, KafkaCluster cluster) {
        ServerSettings settings = new ServerSettings(
                EnumSet.allOf(Role.class),
                folder.resolve("data-" + name),
                cluster,
                0,
                Listening.plain("127.0.0.1", 0),
                Load.PARTITIONS,
                1,
                null,
                LogLevel.INFO,
                null);
        try (Server server = new Server(settings, Clock.systemUTC())) {
            server.start();
            await().atMost(PATIENCE).until(server::isReady);
            Api api = new Api(server.address().toString());
            String body = "{\"files\":[{\"name\":\"uji.yaml\",\"text\":" + new TextNode(Load.CATALOGUE) + "}]}";
            assertThat(api.post("/api/v1/catalog?mode=apply", "application/json", body)
                            .status())
                    .isEqualTo(200);

            Answer answer = api.post("/api/v1/events", "application/json", """
                    {"specversion":"1.0", "id":"1", "source":"uji/%1$s", "type":"id.tepati.complaint.received.v1",
                     "time":"%2$s", "data":{"unit":"%1$s", "service":"aduan-uji", "case":"P-1"}}
                    """.formatted(
                            name, Instant.now().minus(Duration.ofHours(3))));

            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(api.figures(name, "resolution")).isEqualTo(new Figures(0, 1, 1, 0)));
        }
    }

    @Test
    void withAPasswordAnEventGetsToItsFigure() throws IOException {
        assertFigureOf("regu-1", KafkaCluster.of(kafka.scram(), kafka.scramConfig(SecuredKafka.PASSWORD)));
    }

    @Test
    void withACertificateAnEventGetsToItsFigure() throws IOException {
        assertFigureOf("regu-2", KafkaCluster.of(kafka.certificate(), kafka.certificateConfig(kafka.authority())));
    }

    @Test
    void commandsAreLetInToo() throws IOException {
        String config = kafka.scramConfig(SecuredKafka.PASSWORD).toString();

        assertThat(run("users", "list", "--kafka", kafka.scram(), "--kafka-config", config))
                .isEqualTo(new Ended(0, List.of("0 users")));
        assertThat(run("doctor", "--kafka", kafka.scram(), "--kafka-config", config)
                        .said())
                .anyMatch(line -> line.contains("1 broker answers at " + kafka.scram()));
    }

    private void assertNotLetIn(String cluster, Path config) {
        List<String> up = new ArrayList<>(
                List.of("up", "--port", "0", "--data", folder.resolve("data-no").toString()));
        up.addAll(List.of("--kafka", cluster, "--kafka-config", config.toString()));

        Ended ended = run(up.toArray(String[]::new));

        assertThat(ended.exit()).isEqualTo(NOT_STARTED);
        assertThat(ended.said())
                .filteredOn(line -> !line.endsWith("is starting ..."))
                .singleElement()
                .asString()
                .contains("Kafka at " + cluster + " does not let us in", config.toString());
    }

    @Test
    void aWrongPasswordIsToldInOneSentence() throws IOException {
        assertNotLetIn(kafka.scram(), kafka.scramConfig("salah"));
    }

    @Test
    void aCertificateOfAnotherAuthorityIsToldInOneSentence() throws IOException {
        assertNotLetIn(kafka.certificate(), kafka.certificateConfig(new TestAuthority()));
    }

    @Test
    void aConfigWithoutAClusterIsToldInOneSentence() throws IOException {
        String config = kafka.scramConfig("salah").toString();
        for (String[] command : new String[][] {{"up"}, {"users", "list"}, {"doctor"}}) {
            List<String> line = new ArrayList<>(List.of(command));
            line.addAll(List.of("--kafka-config", config));

            Ended ended = run(line.toArray(String[]::new));

            assertThat(ended.exit()).isEqualTo(USAGE);
            assertThat(ended.said()).singleElement().asString().contains("--kafka HOST:PORT");
        }
    }

    @Test
    void aConfigThatEverybodyMayReadIsToldOf() throws IOException {
        Path config = Files.setPosixFilePermissions(
                kafka.scramConfig(SecuredKafka.PASSWORD), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(run("users", "list", "--kafka", kafka.scram(), "--kafka-config", config.toString())
                        .said())
                .anyMatch(line -> line.contains("chmod 600 " + config));
        assertThat(run("doctor", "--kafka", kafka.scram(), "--kafka-config", config.toString())
                        .said())
                .anyMatch(line -> line.startsWith("warning") && line.contains("chmod 600 " + config));
    }
}
