package id.tepati.dashboard.store;

import java.util.Map;

/** What the two databases call differently. */
enum Dialect {
    /** One file, one process. */
    SQLITE,
    /** A server that several processes share. Text sorts by its bytes there too. */
    POSTGRESQL;

    /** The words that the schema leaves open. */
    Map<String, String> words() {
        return switch (this) {
            case SQLITE ->
                Map.of(
                        "text", "TEXT",
                        "bytes", "BLOB",
                        "number_key", "INTEGER PRIMARY KEY",
                        "clustered", " WITHOUT ROWID");
            case POSTGRESQL ->
                Map.of(
                        "text", "TEXT COLLATE \"C\"",
                        "bytes", "BYTEA",
                        "number_key", "BIGINT PRIMARY KEY",
                        "clustered", "");
        };
    }
}
