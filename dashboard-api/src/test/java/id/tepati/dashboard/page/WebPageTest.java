package id.tepati.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.access.http.Gate;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebPageTest {
    private static final Path STATIC = Path.of("src/main/resources/id/tepati/dashboard/page/static");
    private static final int BUDGET = 500_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server;

    @BeforeEach
    void start() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    Gate.open(Clock.systemUTC()).guard(config);
                    new WebPage().addTo(config);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/terlambat",
                "/unit/kel-melati",
                "/unit/kel-melati/layanan/ktp-el",
                "/unit/kel-melati/urusan/KK%2F2026",
                "/kondisi",
                "/ditolak",
                "/tanpa-awal"
            })
    void servesOneDocumentAtEveryAddress(String address) throws Exception {
        HttpResponse<byte[]> response = get(address);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response)).contains("<html lang=\"id\"");
    }

    @Test
    void letsNothingButItsOwnFilesRun() throws Exception {
        HttpResponse<byte[]> response = get("/");

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "font-src 'self';",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(text(response))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern(" style=|<style| on[a-z]+=|https?://");
    }

    @Test
    void answersABrowserWithThePageWhereNothingIs() throws Exception {
        HttpResponse<byte[]> asked = get("/tidak-ada", "Accept", "text/html,*/*");
        HttpResponse<byte[]> fetched = get("/assets/tidak-ada.js");

        assertThat(asked.statusCode()).isEqualTo(404);
        assertThat(text(asked)).contains("<html lang=\"id\"");
        assertThat(asked.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(fetched.statusCode()).isEqualTo(404);
        assertThat(text(fetched)).doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2Fmessages_id.properties",
                "/assets/messages_id.properties",
                "/assets/messages_fr.json"
            })
    void servesNothingElseOfTheJar(String address) throws Exception {
        assertThat(get(address).statusCode()).isIn(400, 404);
    }

    @Test
    void letsTheWorkerOfAllTabsReachTheServer() throws Exception {
        assertThat(get("/assets/line-worker.js").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("connect-src 'self'", "script-src 'self'"));
    }

    /** Anyone may ask for any number of names. */
    @Test
    void keepsNothingInMemoryOfFilesThatAreNot() {
        ConcurrentMap<String, Asset> kept = new ConcurrentHashMap<>();
        Assets assets = new Assets(kept);

        assertThat(assets.find("page.css")).isPresent();
        assertThat(assets.find("tidak-ada.js")).isEmpty();
        assertThat(kept).containsOnlyKeys("page.css");
    }

    @Test
    void compressesAndLetsBrowsersKeepWhatIsUnchanged() throws Exception {
        HttpResponse<byte[]> plain = get("/assets/page.css");
        HttpResponse<byte[]> packed = get("/assets/page.css", "Accept-Encoding", "gzip");
        String tag = plain.headers().firstValue("ETag").orElseThrow();

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(get("/assets/page.css", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {Assets.CHARTS, Assets.ELEMENTS})
    void letsBrowsersKeepALibraryForEverByTheNameThatTheFilesKnow(String library) throws Exception {
        HttpResponse<byte[]> response = get("/assets/" + library);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(scripts()).anyMatch(text -> text.contains("/" + library + "'"));
    }

    @Test
    void bringsItsFontAlong() throws Exception {
        String style = text(get("/assets/page.css"));

        for (String font : Assets.FONTS) {
            HttpResponse<byte[]> response = get("/assets/" + font);
            assertThat(response.headers().firstValue("Content-Type")).as(font).contains("font/woff2");
            assertThat(response.headers().firstValue("Cache-Control").orElseThrow())
                    .as(font)
                    .contains("immutable");
            assertThat(new String(response.body(), 0, 4, StandardCharsets.US_ASCII))
                    .as(font)
                    .isEqualTo("wOF2");
            assertThat(style).contains("url(\"/assets/" + font + "\")");
        }
        assertThat(text(get("/"))).contains("<link rel=\"preload\" as=\"font\"", "/assets/" + Assets.FONTS.get(0));
    }

    @Test
    void weighsLessThanItsBudget() throws Exception {
        List<String> names =
                new ArrayList<>(List.of(Assets.CHARTS, Assets.ELEMENTS, "messages_id.json", "messages_en.json"));
        try (Stream<Path> files = Files.list(STATIC)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .forEach(names::add);
        }
        int sum = 0;
        for (String name : names) {
            sum += new Assets().find(name).orElseThrow().gzipped().length;
        }

        assertThat(sum).as("bytes of all files, compressed").isBetween(1, BUDGET);
    }

    private static List<String> scripts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(STATIC)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".js")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
