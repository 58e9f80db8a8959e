package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.tepati.client.ClientException;
import id.tepati.client.RetryPolicy;
import id.tepati.client.ServerAddress;
import id.tepati.client.TepatiClient;
import id.tepati.standalone.TestAuthority;
import id.tepati.standalone.cli.TepatiCommand;
import id.tepati.standalone.tls.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole server that speaks HTTPS, and what each of its answers tells a browser. */
class HttpsServerTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    static Path folder;

    private static Server server;
    private static HttpClient trusting;

    @BeforeAll
    static void start() {
        TlsFiles files = new TlsFiles(folder.resolve("server.pem"), folder.resolve("server.key"));
        AUTHORITY.issue("kantor").write(files.certificate(), files.key());
        ServerSettings settings = new ServerSettings(
                EnumSet.allOf(Role.class),
                folder.resolve("data"),
                null,
                0,
                new Listening("127.0.0.1", 0, files),
                1,
                1,
                null,
                LogLevel.INFO,
                null);
        server = new Server(settings, Clock.systemUTC());
        server.start();
        await().atMost(Duration.ofMinutes(1)).until(server::isReady);
        trusting = HttpClient.newBuilder().sslContext(AUTHORITY.trusting()).build();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpHeaders headers(String method, String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Accept", accept)
                .method(method, HttpRequest.BodyPublishers.ofString("{"))
                .build();
        HttpResponse<InputStream> answer = trusting.send(request, HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.headers();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, text/html",
        "GET, /assets/page.css, */*",
        "GET, /assets/tidak-ada.js, */*",
        "GET, /tidak-ada, text/html",
        "GET, /tidak-ada, */*",
        "GET, /api/v1/tidak-ada, */*",
        "GET, /api/v1/status, */*",
        "GET, /api/v1/status?salah=1, */*",
        "GET, /api/v1/dead-letters.csv, */*",
        "GET, /api/v1/live, */*",
        "GET, /api/v1/me, */*",
        "POST, /api/v1/session, */*",
        "POST, /api/v1/events, */*",
        "POST, /api/v1/catalog, */*",
        "POST, /api/v1/dead-letters/replay, */*",
        "PUT, /api/v1/status, */*",
        "GET, /livez, */*",
        "GET, /readyz, */*",
        "GET, /metrics, */*",
        "GET, /openapi.json, */*",
    })
    void everyAnswerTellsBrowsersToKeepItSafe(String method, String path, String accept) throws Exception {
        HttpHeaders headers = headers(method, path, accept);

        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(headers.allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void onlyThePageMayRunAnything() throws Exception {
        assertThat(headers("GET", "/", "text/html")
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("script-src 'self'");
        assertThat(headers("GET", "/", "text/html").firstValue("Cross-Origin-Opener-Policy"))
                .contains("same-origin");
        assertThat(headers("GET", "/api/v1/status", "*/*")
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .doesNotContain("script-src");
    }

    @Test
    void plainHttpIsNotAnsweredAtThatPort() {
        URI plain = URI.create(server.address().toString().replace("https:", "http:") + "/livez");

        assertThat(server.address()).hasScheme("https");
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(plain).build(), HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aCommandTrustsTheAuthorityThatItIsGiven() throws IOException, NoSuchAlgorithmException {
        Path ca = Files.writeString(folder.resolve("ca.pem"), AUTHORITY.pem());
        SSLContext usual = SSLContext.getDefault();
        try {
            assertThat(TepatiCommand.run("status", "--url", server.address().toString(), "--ca-cert", ca.toString()))
                    .isZero();
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    @Test
    void withoutItTheCureIsNamed() {
        TepatiClient stranger = new TepatiClient(new ServerAddress(server.address()), RetryPolicy.ONCE);

        assertThatThrownBy(stranger::status)
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("no certificate that is trusted")
                .hasMessageContaining("--ca-cert");
    }
}
