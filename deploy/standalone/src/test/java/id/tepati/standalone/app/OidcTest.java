package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tepati.access.oidc.OidcConfigReader;
import id.tepati.standalone.RealProvider;
import id.tepati.standalone.Tool;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that other machines reach, without any user of its own, before a certified provider. */
class OidcTest {
    private static final String SECRET = "rahasia klien / dengan + tanda";

    @TempDir
    static Path folder;

    private static RealProvider provider;
    private static Server server;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeAll
    static void start() throws Exception {
        int port = Tool.freePort();
        String address = "http://127.0.0.1:" + port;
        provider = RealProvider.start(
                folder,
                address,
                SECRET,
                Map.of(
                        "Camat",
                        Map.of("name", "Camat Anggrek", "groups", List.of("pegawai", "camat-anggrek")),
                        "tamu",
                        Map.of("name", "Tamu", "groups", List.of("pegawai"))));
        Files.writeString(folder.resolve("oidc-secret"), SECRET + "\n");
        Path config = provider.configure(folder.resolve("oidc.yaml"), "clientSecretFile: oidc-secret");
        ServerSettings settings = new ServerSettings(
                EnumSet.allOf(Role.class),
                folder.resolve("data"),
                null,
                0,
                new Listening("0.0.0.0", port, null, OidcConfigReader.read(config)),
                1,
                1,
                null,
                LogLevel.INFO,
                null);
        assertThat(settings.warnings()).anyMatch(warning -> warning.contains("oidc-secret"));
        server = new Server(settings, Clock.systemUTC());
        server.start();
        await().atMost(Duration.ofMinutes(1)).until(server::isReady);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + server.address().getPort() + path))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Goes to the provider and fills in its form; what comes then is where the browser ends. */
    private HttpResponse<String> signIn(String form) throws IOException, InterruptedException {
        HttpResponse<String> asked = get("/masuk/oidc?ke=/unit/pkm-anggrek");
        assertThat(asked.body()).contains("<form method=\"post\">");
        return browser.send(
                HttpRequest.newBuilder(asked.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void comesBackSignedInToThePageThatWasAskedFor() throws Exception {
        HttpResponse<String> back = signIn("name=Camat&do=sign-in");

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.uri().getPath()).isEqualTo("/unit/pkm-anggrek");
        assertThat(get("/api/v1/me").body())
                .contains(
                        "\"signedIn\":true",
                        "\"id\":\"camat\"",
                        "\"name\":\"Camat Anggrek\"",
                        "\"units\":[\"kec-anggrek\"]");
    }

    @Test
    void letsNobodyInWithoutARole() throws Exception {
        assertThat(signIn("name=tamu&do=sign-in").uri().toString()).contains("/masuk?galat=no-role&ke=");
        assertThat(get("/api/v1/me").body()).contains("\"signedIn\":false", "\"open\":false");
        assertThat(get("/api/v1/overview").statusCode()).isEqualTo(401);
    }

    @Test
    void saysThatSomebodyTurnedBack() throws Exception {
        assertThat(signIn("do=turn-back").uri().toString()).contains("/masuk?galat=turned-away&ke=");
    }
}
