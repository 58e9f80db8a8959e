package id.tepati.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a server is: scheme and host, a port where it is not the usual one, and what a proxy in between wants before each
 * path. Without a slash at its end.
 */
public record ServerAddress(URI uri) {
    /** Takes slashes at the end off; refuses what is no address of a server. */
    public ServerAddress {
        if (!names(uri)) {
            throw new IllegalArgumentException("no address such as http://127.0.0.1:7070: " + uri);
        }
        uri = URI.create(uri.toString().replaceAll("/+$", ""));
    }

    /** The address that a text names; empty where it names none. */
    public static Optional<ServerAddress> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(ServerAddress::names).map(ServerAddress::new);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean names(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
    }

    URI at(String path) {
        return URI.create(uri + path);
    }

    /** As one writes it. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
