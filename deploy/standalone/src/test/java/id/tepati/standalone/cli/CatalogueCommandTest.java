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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandTest {
    private static final String PROBLEM = """
            {"type":"urn:tepati:problem:catalog-invalid","detail":"1 problem in the catalogue.","problems":[{"file":"units.yaml","line":12,
             "where":"units[kel-melati].parent","what":"names the unit kec-angrek, which does not exist",
             "cure":"did you mean kec-anggrek?"}]}""";

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
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("units.yaml:12: units[kel-melati].parent names the unit kec-angrek, which does not exist;"
                            + " did you mean kec-anggrek?\n");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFolderWithoutCatalogueFilesIsNamed() {
        assertThat(TepatiCommand.run("catalog", "apply", folder.toString())).isEqualTo(Exit.USAGE);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("tepati: There is no .yaml file in " + folder + ": name the folder of the catalogue.\n");
    }
}
