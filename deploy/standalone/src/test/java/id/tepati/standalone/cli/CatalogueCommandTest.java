package id.tepati.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueCommandTest {
    private static final String PROBLEM = """
            {"type":"urn:tepati:problem:catalog-invalid","detail":"1 problem in the catalogue.","problems":[{"file":"units.yaml","line":12,
             "where":"units[kel-melati].parent","what":"names the unit kec-angrek, which does not exist",
             "cure":"did you mean kec-anggrek?"}]}""";

    private static final String CALENDAR = "calendars:\n  - {id: buka-24-jam, alwaysOpen: true}\n";
    private static final String BY_ITSELF = "checked by itself: whether it fits what a server has published";

    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void listenNoLonger() {
        System.setOut(usualOut);
        System.setErr(usualErr);
    }

    @Test
    void aProblemIsToldAsTheDocumentationShowsIt() throws IOException {
        Files.writeString(folder.resolve("units.yaml"), "units: []\n");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/catalog", exchange -> {
            try (exchange) {
                byte[] body = PROBLEM.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(422, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();

            assertThat(TepatiCommand.run("catalog", "check", "--url", url, folder.toString()))
                    .isEqualTo(Exit.REFUSED);
            assertThat(said())
                    .containsExactly(
                            "units.yaml:12: units[kel-melati].parent names the unit kec-angrek, which does not exist;"
                                    + " did you mean kec-anggrek?",
                            "tepati: 1 problem in the catalogue.");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFolderIsCheckedByItselfWithoutAServer() throws IOException {
        Files.writeString(folder.resolve("calendars.yaml"), CALENDAR);
        Files.writeString(folder.resolve("services.yml"), "services:\n  - {id: ktp-el, name: Penerbitan KTP-el}\n");

        assertThat(check()).isEqualTo(Exit.OK);
        assertThat(said()).hasSize(2);
        assertThat(said().get(0)).isEqualTo("no problem in 2 entries");
        assertThat(said().get(1)).startsWith(BY_ITSELF).endsWith("is checked with --url");
    }

    @Test
    void problemsOfAFolderAreAllToldWithoutAServer() throws IOException {
        Files.writeString(folder.resolve("calendars.yaml"), CALENDAR);
        Files.writeString(folder.resolve("units.yaml"), """
                units:
                  - {id: kec-anggrek, name: Anggrek, type: kecamatan, zone: Asia/Jakarta, calendar: buka-24-jam}
                  - {id: kel-melati, name: Melati, type: kelurahan, parent: kec-angrek, zone: Asia/Jakarta, calendar: buka-24-jam}
                  - {id: kel-kenanga, name: Kenanga, type: kelurahan, zone: WIB, calendar: buka-24-jam}
                """);
        Files.createDirectory(folder.resolve("old"));
        Files.write(folder.resolve("old/notes.yaml"), new byte[] {'#', ' ', (byte) 0xE9, '\n'});

        assertThat(check()).isEqualTo(Exit.REFUSED);
        assertThat(said())
                .startsWith(
                        "old/notes.yaml: is not in UTF-8; save it as UTF-8",
                        "units.yaml:4: units[kel-kenanga].zone is not a time zone: WIB; write Asia/Jakarta")
                .hasSize(3);
        assertThat(said().get(2)).startsWith("tepati: The catalogue has problems; " + BY_ITSELF);
    }

    @Test
    void whatIsNotInTheFolderDoesNotExistWithoutAServer() throws IOException {
        Files.writeString(
                folder.resolve("units.yaml"),
                "units:\n  - {id: kel-melati, name: Melati, type: kelurahan, zone: Asia/Jakarta, calendar: kantor}\n");

        assertThat(check()).isEqualTo(Exit.REFUSED);
        assertThat(said().get(0))
                .isEqualTo("units.yaml:2: units[kel-melati].calendar names the calendar kantor, which does not exist;"
                        + " add it to the folder or correct the name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "diff", "apply"})
    void aFolderWithoutCatalogueFilesIsNamed(String command) {
        assertThat(TepatiCommand.run("catalog", command, folder.toString())).isEqualTo(Exit.USAGE);
        assertThat(said())
                .containsExactly("tepati: There is no .yaml file in " + folder + ": name the folder of the catalogue.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "diff", "apply"})
    void aFolderThatIsNotThereIsNamed(String command) {
        Path gone = folder.resolve("gone");

        assertThat(TepatiCommand.run("catalog", command, gone.toString())).isEqualTo(Exit.USAGE);
        assertThat(said()).containsExactly("tepati: There is no folder " + gone + ": check the path.");
    }

    private int check() {
        return TepatiCommand.run("catalog", "check", folder.toString());
    }

    private List<String> said() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
