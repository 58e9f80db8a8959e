package id.tepati.standalone.app;

import id.tepati.standalone.tls.TlsFiles;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where a server takes requests.
 *
 * @param host address that the API listens on
 * @param port of the API, 0 for any that is free
 * @param tls its certificate and key, or null for plain HTTP
 */
public record Listening(String host, int port, @Nullable TlsFiles tls) {
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
