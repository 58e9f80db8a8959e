package id.tepati.standalone.tls;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.altindag.ssl.util.KeyManagerUtils;
import nl.altindag.ssl.util.SSLSessionUtils;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server shows of itself to whoever connects. Files that change are taken up within seconds, where they are good;
 * connections that are open stay as they are. Thread-safe.
 */
public final class ServerCertificate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration ENDS_SOON = Duration.ofDays(14);
    private static final Duration ONLY_HTTPS_FOR = Duration.ofDays(365);

    private final TlsFiles files;
    private final Clock clock;
    private final X509ExtendedKeyManager shown;
    private final SSLContext tls;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String seen;
    private String judged;

    private ServerCertificate(TlsFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.seen = files.fingerprint();
        this.judged = seen;
        PemIdentity identity = PemIdentity.read(files);
        this.shown = KeyManagerUtils.createSwappableKeyManager(identity.keyManager());
        this.tls = context(shown);
        tellOfEnd(identity);
    }

    /**
     * Reads the files, and from then on looks whether they change.
     *
     * @throws TlsException where they are of no use
     */
    public static ServerCertificate watch(TlsFiles files, Clock clock) {
        ServerCertificate certificate = new ServerCertificate(files, clock);
        Thread looking = new Thread(certificate::lookOnAndOn, "tepati-certificate");
        looking.setDaemon(true);
        looking.start();
        return certificate;
    }

    private void lookOnAndOn() {
        try {
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SSLContext context(KeyManager keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    /** A pair is judged when two looks found it the same: the two files cannot change at one moment. */
    private void look() {
        String now = files.fingerprint();
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(judged)) {
            judged = now;
            take();
        }
    }

    private void take() {
        try {
            PemIdentity identity = PemIdentity.read(files);
            KeyManagerUtils.swapKeyManager(shown, identity.keyManager());
            SSLSessionUtils.invalidateCaches(tls);
            LOG.atInfo()
                    .addKeyValue("certificate", files.certificate())
                    .addKeyValue("until", identity.until())
                    .log("the new certificate is in use");
            tellOfEnd(identity);
        } catch (TlsException useless) {
            LOG.atWarn()
                    .addKeyValue("why", useless.getMessage())
                    .log("the new certificate is of no use, the one until now stays");
        }
    }

    private void tellOfEnd(PemIdentity identity) {
        if (identity.until().isBefore(clock.instant().plus(ENDS_SOON))) {
            LOG.atWarn()
                    .addKeyValue("certificate", files.certificate())
                    .addKeyValue("until", identity.until())
                    .log("the certificate ends soon, or has ended: put a new one in its place, no restart is needed");
        }
    }

    /** Where an HTTP server takes requests, by TLS only, and tells browsers to ask it by nothing else. */
    public Connector connector(Server server, HttpConfiguration http, String host, int port) {
        // an office knows its server by an address or a name that its certificate may not hold; browsers check that
        SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
        secure.setStsMaxAge(ONLY_HTTPS_FOR.toSeconds());
        HttpConfiguration https = new HttpConfiguration(http);
        https.addCustomizer(secure);
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        ServerConnector connector = new ServerConnector(
                server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(https));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
