package id.tepati.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says where it cannot do what was asked. */
class TepatiCommandTest {
    private final PrintStream usual = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoLonger() {
        System.setErr(usual);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "up --threads 0, --threads",
        "demo --partitions 0, --partitions",
        "pipeline --kafka h:1 --threads 0, --threads",
        "gateway --kafka h:1 --partitions -1, --partitions",
        "doctor --partitions x, --partitions",
        "bench --threads 0, --threads",
        "bench --events 0, --events",
        "bench --units 0, --units",
        "bench live --rate 0, --rate",
        "bench live --at-once 0, --at-once",
        "bench live --seconds 0, --seconds",
        "bench model --cases 0, --cases",
        "bench model --units 0, --units",
        "bench model --province-units 0, --province-units",
        "bench model --dues 0, --dues",
        "bench model --requests 0, --requests",
    })
    void aNumberThatIsTooSmallIsRefusedWithItsOption(String line, String option) {
        assertThat(TepatiCommand.run(line.split(" "))).isEqualTo(Exit.USAGE);
        assertThat(said().lines().findFirst().orElse(""))
                .contains("'" + option + "'")
                .contains("is not a whole number from 1 to 999999999.");
    }

    @ParameterizedTest
    @CsvSource({
        "up --database jdbc:mysql://db/tepati, is no PostgreSQL",
        "demo --database jdbc:sqlite:model.db, leave it out for a file",
        "dashboard --kafka localhost:9092 --database db, jdbc:postgresql://HOST:PORT/DATABASE",
        "up --database jdbc:postgresql://db/tepati --database-password-file no-such-file, cannot be read",
    })
    void aDatabaseThatCannotBeIsRefused(String line, String said) {
        assertThat(TepatiCommand.run(line.split(" "))).isEqualTo(Exit.USAGE);

        assertThat(said()).contains("--database", said);
    }

    @ParameterizedTest
    @CsvSource({"doctor --url foo", "status --url localhost:7070", "status --url http://", "status --url http://a|b"})
    void anAddressWithoutSchemeAndHostIsRefused(String line) {
        assertThat(TepatiCommand.run(line.split(" "))).isEqualTo(Exit.USAGE);
        assertThat(said().lines().findFirst().orElse(""))
                .contains("'--url'")
                .contains("is not an address such as http://127.0.0.1:7070.");
    }

    /** A port on which nobody answers: it was free a moment ago. */
    private static String deadAddress() throws IOException {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + once.getLocalPort();
        }
    }

    @Test
    void aDoctorWhoWasSentToADeadServerFindsAProblem() throws IOException {
        String address = deadAddress();

        assertThat(TepatiCommand.run("doctor", "--data", folder.toString(), "--url", address))
                .isEqualTo(Exit.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dead-letters replay",
                "dead-letters dismiss",
                "dead-letters replay --all --source loket-1",
                "dead-letters replay d-1 --code unknown-unit",
                "dead-letters dismiss d-1 --all"
            })
    void whichDeadLettersAreMeantIsSaidInOneWay(String line) {
        assertThat(TepatiCommand.run(line.split(" "))).isEqualTo(Exit.USAGE);
        assertThat(said())
                .startsWith("tepati: Name the dead letters by their ids")
                .endsWith("only.\n");
    }

    @Test
    void withoutACommandAllAreNamed() {
        assertThat(TepatiCommand.run(new String[] {})).isEqualTo(Exit.USAGE);
        assertThat(said().lines().findFirst())
                .hasValue(
                        "Name a command: demo, bench, doctor, up, gateway, pipeline, dashboard, import, catalog, status, dead-letters, users, tokens, producers, audit, backup, restore.");
    }

    @Test
    void aCatalogueFileThatIsNotInUtf8IsNamed() throws IOException {
        Files.write(folder.resolve("unit.yaml"), new byte[] {'#', ' ', (byte) 0xE9, '\n'});

        assertThat(TepatiCommand.run("catalog", "apply", folder.toString())).isEqualTo(Exit.REFUSED);
        assertThat(said()).isEqualTo("tepati: The file unit.yaml is not in UTF-8: save it as UTF-8.\n");
    }

    @ParameterizedTest
    @CsvSource({"200, <html>Selamat datang</html>", "502, ''"})
    void anAnswerThatIsNotTepatisIsToldAsSuch(int status, String body) throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        other.start();
        try {
            String url = "http://127.0.0.1:" + other.getAddress().getPort();

            assertThat(TepatiCommand.run("status", "--url", url)).isEqualTo(Exit.UNREACHABLE);
            assertThat(said())
                    .isEqualTo("tepati: What answers at " + url + " with status " + status
                            + " is no Tepati: name another address with --url, or look at what is in between.\n");
        } finally {
            other.stop(0);
        }
    }
}
