package id.tepati.dashboard.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was read into the rows, together with up to where it was read: both or neither. There is one at a time.
 * Not thread-safe.
 */
public final class ModelWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelWriter.class);

    /** Of the lock in PostgreSQL: whoever holds it writes. */
    private static final long LOCK = 0x7465706174690001L;

    private static final List<String> TABLES = List.of(
            "positions",
            "cases",
            "clocks",
            "tallies",
            "unit_counts",
            "promise_counts",
            "restatements",
            "sources",
            "dead_letters");

    private final Database database;
    private final Connection connection;
    private final CaseTable cases;
    private final SmallTables others;
    private final WriteAheadLog log;
    private long commit;
    private long figuresCommit;
    private long records;
    private long unreadable;
    private boolean filled;
    private @Nullable Instant asOf;
    private @Nullable Instant writtenAt;
    private @Nullable Instant markedUntil;

    /** Writes into tables of this version, as the only one that does. */
    ModelWriter(Database database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM model")) {
            row.next();
            commit = row.getLong("commit_no");
            figuresCommit = row.getLong("figures_commit_no");
            records = row.getLong("records");
            unreadable = row.getLong("unreadable");
            filled = row.getInt("filled") == 1;
            asOf = Column.instant(row, "as_of").orElse(null);
            writtenAt = Column.instant(row, "written_at").orElse(null);
            cases = new CaseTable(connection, row.getLong("last_case_no"));
        }
        others = new SmallTables(connection);
        log = new WriteAheadLog(connection);
        connection.commit();
    }

    /** The writer, if there is no other; a damaged file is replaced by a new one. */
    static Optional<ModelWriter> of(Database database) {
        try {
            if (!database.isDamaged()) {
                return opened(database);
            }
        } catch (DatabaseException failed) {
            if (!database.isDamaged()) {
                throw failed;
            }
            LOG.atDebug().setCause(failed).log("a damaged read model was opened");
        }
        database.discard();
        return opened(database);
    }

    private static Optional<ModelWriter> opened(Database database) {
        Connection connection = database.writer();
        try {
            if (!isAlone(database, connection)) {
                connection.close();
                return Optional.empty();
            }
            boolean isNew = database.prepare();
            ModelWriter writer = new ModelWriter(database, connection);
            if (isNew) {
                writer.empty();
            }
            return Optional.of(writer);
        } catch (SQLException failed) {
            closeQuietly(connection);
            throw database.failed(failed);
        } catch (RuntimeException failed) {
            closeQuietly(connection);
            throw failed;
        }
    }

    private static boolean isAlone(Database database, Connection connection) throws SQLException {
        if (database.dialect() == Dialect.SQLITE) {
            return true;
        }
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                boolean alone = row.getBoolean(1);
                connection.commit();
                return alone;
            }
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failed) {
            LOG.atDebug().setCause(failed).log("a connection to the read model did not close");
        }
    }

    /** Up to where it was read; empty before anything was. */
    public List<Position> positions() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM positions")) {
            List<Position> positions = new ArrayList<>();
            while (rows.next()) {
                positions.add(new Position(
                        rows.getString("topic"),
                        rows.getInt("topic_part"),
                        rows.getString("topic_id"),
                        rows.getLong("next_offset")));
            }
            connection.commit();
            return positions;
        } catch (SQLException failed) {
            throw database.failed(failed);
        }
    }

    /** Whether what lay in the topics when it was begun is in the rows. */
    public boolean isFilled() {
        return filled;
    }

    /** When something was last written; empty before that. */
    public Optional<Instant> writtenAt() {
        return Optional.ofNullable(writtenAt);
    }

    /** Records read so far, tombstones included. */
    public long records() {
        return records;
    }

    /** Of those, the ones that this version cannot read. */
    public long unreadable() {
        return unreadable;
    }

    /** Up to which instant everything is judged, for the next commit. */
    public void asOf(Instant next) {
        asOf = next;
    }

    /** So many records were read, and so many of these cannot be, for the next commit. */
    public void count(long read, long odd) {
        records += read;
        unreadable += odd;
    }

    /** Takes everything away: it is to be read from the beginning. Whoever keeps figures of it learns of that. */
    public void empty() {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("DELETE FROM " + table);
            }
            commit = 0;
            figuresCommit = 0;
            records = 0;
            unreadable = 0;
            filled = false;
            asOf = null;
            writtenAt = null;
            writeModel(ThreadLocalRandom.current().nextLong());
            connection.commit();
        } catch (SQLException failed) {
            throw abandoned(failed);
        }
    }

    /**
     * Writes what was read, as of an instant, which decides what is at risk.
     *
     * @param read up to where, of the partitions that moved
     */
    public void commit(ChangeSet changes, Collection<Position> read, Instant now) {
        try {
            if (database.isDamaged()) {
                throw new SQLException("the file was found to be damaged");
            }
            CountChanges counts = new CountChanges();
            long next = commit + 1;
            cases.write(changes.cases().values(), now, counts);
            others.write(changes, counts, next);
            boolean isUpToNow = markAtRisk(now, counts);
            counts.write(connection, next);
            writePositions(read);
            commit = next;
            writtenAt = now;
            figuresCommit = counts.isEmpty() ? figuresCommit : next;
            writeModel(null);
            connection.commit();
            markedUntil = isUpToNow ? now : null;
            if (database.dialect() == Dialect.SQLITE) {
                log.keepShort(now);
            }
        } catch (SQLException failed) {
            throw abandoned(failed);
        } catch (AssertionError broken) {
            // PostgreSQL's driver asserts that a connection does not break in the middle of a batch
            throw abandoned(new SQLException("the connection broke while rows were written", broken));
        }
    }

    /** Without its index it would look at every clock: while it fills nobody asks yet. */
    private boolean markAtRisk(Instant now, CountChanges counts) throws SQLException {
        return !filled || cases.markAtRisk(now, counts);
    }

    /** Whether a commit at an instant may change something, though nothing was read. */
    public boolean isBehind(Instant now) {
        return markedUntil == null || markedUntil.plusMillis(500).isBefore(now);
    }

    private void writePositions(Collection<Position> read) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("""
                INSERT INTO positions (topic, topic_part, topic_id, next_offset) VALUES (?, ?, ?, ?)
                ON CONFLICT (topic, topic_part) DO UPDATE SET topic_id = excluded.topic_id,
                  next_offset = excluded.next_offset
                """)) {
            for (Position position : read) {
                put.setString(1, position.topic());
                put.setInt(2, position.partition());
                put.setString(3, position.topicId());
                put.setLong(4, position.next());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private void writeModel(@Nullable Long epoch) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("""
                UPDATE model SET commit_no = ?, figures_commit_no = ?, as_of = ?, written_at = ?, filled = ?, records = ?,
                  unreadable = ?, last_case_no = ?, epoch = COALESCE(?, epoch)
                """)) {
            int at = 1;
            put.setLong(at++, commit);
            put.setLong(at++, figuresCommit);
            Column.set(put, at++, asOf == null ? null : Column.micros(asOf));
            Column.set(put, at++, writtenAt == null ? null : Column.micros(writtenAt));
            put.setInt(at++, filled ? 1 : 0);
            put.setLong(at++, records);
            put.setLong(at++, unreadable);
            put.setLong(at++, cases.lastNumber());
            if (epoch == null) {
                put.setNull(at, Types.BIGINT);
            } else {
                put.setLong(at, epoch);
            }
            put.executeUpdate();
        }
    }

    /** All that lay in the topics is in the rows: makes what questions look things up by. */
    public void fill() {
        if (filled) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : indexes().split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql.strip());
                }
            }
            if (database.dialect() == Dialect.SQLITE) {
                statement.executeUpdate("PRAGMA analysis_limit = 1000");
            }
            for (String table : TABLES) {
                statement.executeUpdate("ANALYZE " + table);
            }
            filled = true;
            writeModel(null);
            connection.commit();
        } catch (SQLException failed) {
            throw abandoned(failed);
        }
    }

    private static String indexes() {
        try (InputStream in = ModelWriter.class.getResourceAsStream("indexes.sql")) {
            if (in == null) {
                throw new IllegalStateException("indexes.sql is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private DatabaseException abandoned(SQLException failed) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            failed.addSuppressed(lost);
        }
        return database.failed(failed);
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }
}
