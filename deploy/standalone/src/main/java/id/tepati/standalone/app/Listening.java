package id.tepati.standalone.app;

import id.tepati.access.oidc.OidcConfig;
import id.tepati.standalone.tls.TlsFiles;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where a server takes requests, and how people let it know who they are.
 *
 * @param host address that the API listens on
 * @param port of the API, 0 for any that is free
 * @param tls its certificate and key, or null for plain HTTP
 * @param oidc a provider by which people sign in, or null where they do so with a password alone
 */
public record Listening(
        String host,
        int port,
        @Nullable TlsFiles tls,
        @Nullable OidcConfig oidc) {
    /** Without a provider. */
    public Listening(String host, int port, @Nullable TlsFiles tls) {
        this(host, port, tls, null);
    }

    /** Without TLS. */
    public static Listening plain(String host, int port) {
        return new Listening(host, port, null);
    }

    /** Whether machines other than this one may reach it. */
    public boolean isOpenToOthers() {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** Whether others on the way may read what passes. */
    public boolean isReadable() {
        return tls == null && isOpenToOthers();
    }

    String scheme() {
        return tls == null ? "http" : "https";
    }
}
