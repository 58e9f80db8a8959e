package id.tepati.standalone.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.tepati.standalone.TestAuthority;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What a server shows of itself, while its files change. */
class ServerCertificateTest {
    private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final TestAuthority authority = new TestAuthority();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Path certificate;
    private Path key;

    @BeforeEach
    void write() {
        certificate = folder.resolve("server.pem");
        key = folder.resolve("server.key");
        authority.issue("satu").write(certificate, key);
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void listenNoLonger() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ServerCertificate.class);
    }

    private TlsFiles files() {
        return new TlsFiles(certificate, key);
    }

    private List<String> logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + event.getKeyValuePairs())
                .toList();
    }

    /** A server that answers at its root, and a client that trusts the authority. */
    private final class Site implements AutoCloseable {
        private final ServerCertificate shown = ServerCertificate.watch(files(), Clock.systemUTC());
        private final Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.addConnector((jetty, http) -> shown.connector(jetty, http, "127.0.0.1", 0));
                    config.routes.get("/", ctx -> ctx.result("ada"));
                })
                .start();

        /** By a connection of its own, as a new visitor. */
        HttpResponse<String> ask() {
            try {
                return HttpClient.newBuilder()
                        .sslContext(authority.trusting())
                        .build()
                        .send(
                                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        String name() {
            try {
                X509Certificate first =
                        (X509Certificate) ask().sslSession().orElseThrow().getPeerCertificates()[0];
                return first.getSubjectX500Principal().getName();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            server.stop();
            shown.close();
        }
    }

    @Test
    void answersByTlsAndTellsBrowsersToAskByNothingElse() {
        try (Site site = new Site()) {
            HttpResponse<String> answer = site.ask();

            assertThat(answer.body()).isEqualTo("ada");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, true, BEGIN PRIVATE KEY",
        "RSA, 2048, false, BEGIN RSA PRIVATE KEY",
        "EC, 384, true, BEGIN PRIVATE KEY",
        "EC, 256, false, BEGIN EC PRIVATE KEY"
    })
    void takesKeysInTheFormsThatAuthoritiesHandOut(String kind, int bits, boolean common, String form)
            throws Exception {
        // Java's own provider leaves the name of the curve out of the former form, which OpenSSL does not
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind, new BouncyCastleProvider());
        generator.initialize(bits);
        TestAuthority.Issued issued = authority.issue("lain-bentuk", generator.generateKeyPair());
        issued.write(certificate, key);
        Files.writeString(key, common ? issued.keyPem() : issued.formerKeyPem());

        assertThat(key).content().contains(form);
        try (Site site = new Site()) {
            assertThat(site.name()).isEqualTo("CN=lain-bentuk");
        }
    }

    @Test
    void showsTheNextCertificateWithoutARestart() {
        try (Site site = new Site()) {
            assertThat(site.name()).isEqualTo("CN=satu");

            authority.issue("dua").write(certificate, key);

            await().atMost(TAKEN_UP_WITHIN)
                    .untilAsserted(() -> assertThat(site.name()).isEqualTo("CN=dua"));
        }
    }

    @Test
    void keepsItsCertificateWhereTheNextIsBrokenAndSaysSoOnce() throws IOException {
        try (Site site = new Site()) {
            Files.writeString(certificate, authority.issue("lain").certificatePem());

            await().atMost(TAKEN_UP_WITHIN)
                    .untilAsserted(
                            () -> assertThat(logged()).anyMatch(line -> line.contains("the one until now stays")));
            assertThat(site.name()).isEqualTo("CN=satu");

            authority.issue("tiga").write(certificate, key);

            await().atMost(TAKEN_UP_WITHIN)
                    .untilAsserted(() -> assertThat(site.name()).isEqualTo("CN=tiga"));
            assertThat(logged())
                    .filteredOn(line -> line.contains("the one until now stays"))
                    .hasSize(1);
        }
    }

    @Test
    void warnsOfACertificateThatEnds() {
        authority
                .issue("lama", Clock.systemUTC().instant().plus(Duration.ofDays(3)))
                .write(certificate, key);

        ServerCertificate.watch(files(), Clock.systemUTC()).close();

        assertThat(logged()).singleElement().asString().contains("ends soon");
    }

    private void assertRefused(String why, String cure) {
        assertThatThrownBy(() -> ServerCertificate.watch(files(), Clock.systemUTC()))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(cure)
                .hasMessageEndingWith(".");
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsOption() throws IOException {
        Files.delete(key);

        assertRefused("--tls-key names " + key, "check its name");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws IOException {
        Files.writeString(key, authority.issue("lain").keyPem());

        assertRefused("is not that of the first certificate", "made together");
    }

    @Test
    void anEncryptedKeyIsRefusedWithTheCommandThatMendsIt() throws IOException {
        Files.writeString(key, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n");

        assertRefused("is encrypted", "openssl pkey -in " + key);
    }

    @Test
    void filesThatHoldSomethingElseAreRefused() throws IOException {
        Files.writeString(key, "bukan kunci");
        assertRefused(key + " holds no private key", "PEM");

        Files.writeString(certificate, "bukan sertifikat");
        assertRefused(certificate + " holds no certificate", "PEM");
    }
}
