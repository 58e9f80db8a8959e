package id.tepati.dashboard.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the read model lies: a file of SQLite, or a database of PostgreSQL. Immutable.
 *
 * @param url of JDBC
 * @param user null where the URL or the database's own rules say who asks
 * @param password null where none is needed; never shown
 */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** Refuses what is neither of both. */
    public DatabaseAddress {
        if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("neither SQLite nor PostgreSQL: " + url);
        }
    }

    /** A file of SQLite. */
    public static DatabaseAddress file(Path file) {
        return new DatabaseAddress(SQLITE + file, null, null);
    }

    /**
     * A database of PostgreSQL.
     *
     * @throws IllegalArgumentException where the URL is of something else
     */
    public static DatabaseAddress server(String url, @Nullable String user, @Nullable String password) {
        if (!url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    url + " is no PostgreSQL: give jdbc:postgresql://HOST:PORT/DATABASE, or leave it out for a file.");
        }
        return new DatabaseAddress(url, user, password);
    }

    /** The file; only of what is one. */
    Path path() {
        return Path.of(url.substring(SQLITE.length()));
    }

    Dialect dialect() {
        return url.startsWith(SQLITE) ? Dialect.SQLITE : Dialect.POSTGRESQL;
    }

    /** Without password, also without one that stands in the URL. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
