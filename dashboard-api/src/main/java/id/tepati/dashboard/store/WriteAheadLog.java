package id.tepati.dashboard.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was written to a file of SQLite and is not in its place yet. It begins anew only at a moment at which nobody reads
 * from it: where questions overlap there is none, it grows for ever, and each question searches all of it. So the writer,
 * between two commits, waits for those who read, while whoever comes reads what is in its place. Not thread-safe.
 */
final class WriteAheadLog {
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration AFTER_LONG_READERS = Duration.ofSeconds(20);

    /** Of a question that takes longer, an export say, the next try is later. */
    private static final int PATIENCE_MILLIS = 300;

    private final Connection writer;
    private @Nullable Instant next;

    WriteAheadLog(Connection writer) {
        this.writer = writer;
    }

    /** Puts what was written in its place, if it is time to; there is no transaction under way. */
    void keepShort(Instant now) throws SQLException {
        if (next == null || now.plus(AFTER_LONG_READERS).isBefore(next)) {
            next = now.plus(BETWEEN);
        }
        if (!now.isBefore(next)) {
            next = now.plus(isBegunAnew() ? BETWEEN : AFTER_LONG_READERS);
        }
    }

    private boolean isBegunAnew() throws SQLException {
        writer.setAutoCommit(true);
        try (Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
            try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(RESTART)")) {
                row.next();
                return row.getInt("busy") == 0;
            } finally {
                statement.execute("PRAGMA busy_timeout = " + Database.PATIENCE_MILLIS);
            }
        } finally {
            writer.setAutoCommit(false);
        }
    }
}
