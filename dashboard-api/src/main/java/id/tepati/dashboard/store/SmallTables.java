package id.tepati.dashboard.store;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.OutputKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes tallies, restatements, sources and dead letters. Confined to the writer. */
final class SmallTables {
    private static final byte[] NOTHING = {};

    private static final String PUT_TALLY = """
            INSERT INTO tallies (unit, service, promise, tally_day, opened, no_promise, on_time, late, late_open,
              cancelled, unserved, duration, used, gone, commit_no)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (unit, service, promise, tally_day) DO UPDATE SET opened = excluded.opened,
              no_promise = excluded.no_promise, on_time = excluded.on_time, late = excluded.late,
              late_open = excluded.late_open, cancelled = excluded.cancelled, unserved = excluded.unserved,
              duration = excluded.duration, used = excluded.used, gone = excluded.gone, commit_no = excluded.commit_no
            """;

    private static final int LOOKED_UP_AT_ONCE = 64;

    private static final String FIND_TALLIES =
            """
            SELECT t.unit, t.service, t.promise, t.tally_day
            FROM (VALUES <keys>) AS k CROSS JOIN tallies t
            WHERE t.unit = k.column1 AND t.service = k.column2 AND t.promise = k.column3 AND t.tally_day = k.column4
              AND t.gone = 0
            """.replace("<keys>", String.join(", ", Collections.nCopies(LOOKED_UP_AT_ONCE, "(?, ?, ?, ?)")));

    private static final String PUT_RESTATEMENT = """
            INSERT INTO restatements (unit, restated_day, cause, learned_day, record) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (unit, restated_day, cause, learned_day) DO UPDATE SET record = excluded.record
            """;

    private static final String DROP_RESTATEMENT = """
            DELETE FROM restatements WHERE unit = ? AND restated_day = ? AND cause = ? AND learned_day = ?
            """;

    private static final String PUT_SOURCE = """
            INSERT INTO sources (unit, source, record, commit_no) VALUES (?, ?, ?, ?)
            ON CONFLICT (unit, source) DO UPDATE SET record = excluded.record, commit_no = excluded.commit_no
            """;

    private static final String PUT_LETTER = """
            INSERT INTO dead_letters (letter_id, refused_at, code, unit, source, at_gateway, record)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (letter_id) DO UPDATE SET refused_at = excluded.refused_at, code = excluded.code,
              unit = excluded.unit, source = excluded.source, at_gateway = excluded.at_gateway,
              record = excluded.record
            """;

    private final Connection connection;

    SmallTables(Connection connection) {
        this.connection = connection;
    }

    void write(ChangeSet changes, CountChanges counts, long commit) throws SQLException {
        writeTallies(changes.tallies(), counts, commit);
        writeRestatements(changes.restatements(), counts);
        writeSources(changes.sources(), commit);
        writeLetters(changes.letters());
    }

    private void writeTallies(Map<ChangeSet.TallyKey, Optional<DayTally>> tallies, CountChanges counts, long commit)
            throws SQLException {
        if (tallies.isEmpty()) {
            return;
        }
        Set<ChangeSet.TallyKey> known = known(List.copyOf(tallies.keySet()));
        try (PreparedStatement put = connection.prepareStatement(PUT_TALLY)) {
            for (Map.Entry<ChangeSet.TallyKey, Optional<DayTally>> change : tallies.entrySet()) {
                ChangeSet.TallyKey key = change.getKey();
                put(
                        put,
                        key,
                        change.getValue().orElse(DayTally.NONE),
                        change.getValue().isEmpty(),
                        commit);
                counts.addTallies(
                        key.unit(),
                        key.series(),
                        (change.getValue().isPresent() ? 1 : 0) - (known.contains(key) ? 1 : 0));
            }
            put.executeBatch();
        }
    }

    /** Those of which there is a row that is not gone. */
    private Set<ChangeSet.TallyKey> known(List<ChangeSet.TallyKey> keys) throws SQLException {
        Set<ChangeSet.TallyKey> known = new HashSet<>();
        try (PreparedStatement find = connection.prepareStatement(FIND_TALLIES)) {
            for (int from = 0; from < keys.size(); from += LOOKED_UP_AT_ONCE) {
                int at = 1;
                for (int i = from; i < from + LOOKED_UP_AT_ONCE; i++) {
                    ChangeSet.TallyKey key = keys.get(Math.min(i, keys.size() - 1));
                    find.setString(at++, key.unit());
                    find.setString(at++, key.series().service());
                    find.setString(at++, key.series().promise());
                    find.setInt(at++, Column.day(key.day()));
                }
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        Series series = new Series(rows.getString(2), rows.getString(3));
                        known.add(new ChangeSet.TallyKey(
                                rows.getString(1), series, LocalDate.ofEpochDay(rows.getInt(4))));
                    }
                }
            }
        }
        return known;
    }

    private static void put(PreparedStatement put, ChangeSet.TallyKey key, DayTally tally, boolean gone, long commit)
            throws SQLException {
        int at = 1;
        put.setString(at++, key.unit());
        put.setString(at++, key.series().service());
        put.setString(at++, key.series().promise());
        put.setInt(at++, Column.day(key.day()));
        put.setLong(at++, tally.opened());
        put.setLong(at++, tally.noPromise());
        put.setLong(at++, tally.onTime());
        put.setLong(at++, tally.late());
        put.setLong(at++, tally.lateOpen());
        put.setLong(at++, tally.cancelled());
        put.setLong(at++, tally.unserved());
        put.setBytes(at++, tally.duration().bytes());
        put.setBytes(at++, tally.used().bytes());
        put.setInt(at++, gone ? 1 : 0);
        put.setLong(at, commit);
        put.addBatch();
    }

    private void writeRestatements(Map<OutputKey.OfRestatement, Optional<byte[]>> restatements, CountChanges counts)
            throws SQLException {
        for (Map.Entry<OutputKey.OfRestatement, Optional<byte[]>> change : restatements.entrySet()) {
            OutputKey.OfRestatement key = change.getKey();
            counts.touch(key.unit().value());
            String sql = change.getValue().isPresent() ? PUT_RESTATEMENT : DROP_RESTATEMENT;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, key.unit().value());
                statement.setInt(2, Column.day(key.day()));
                statement.setString(3, key.cause());
                statement.setInt(4, Column.day(key.learnedDay()));
                if (change.getValue().isPresent()) {
                    statement.setBytes(5, change.getValue().get());
                }
                statement.executeUpdate();
            }
        }
    }

    private void writeSources(Map<OutputKey.OfSource, Optional<byte[]>> sources, long commit) throws SQLException {
        if (sources.isEmpty()) {
            return;
        }
        try (PreparedStatement put = connection.prepareStatement(PUT_SOURCE)) {
            for (Map.Entry<OutputKey.OfSource, Optional<byte[]>> change : sources.entrySet()) {
                put.setString(1, change.getKey().unit().value());
                put.setString(2, change.getKey().source());
                put.setBytes(3, change.getValue().orElse(NOTHING));
                put.setLong(4, commit);
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private void writeLetters(Map<OutputKey.OfDeadLetter, Optional<DeadLetter>> letters) throws SQLException {
        for (Map.Entry<OutputKey.OfDeadLetter, Optional<DeadLetter>> change : letters.entrySet()) {
            if (change.getValue().isPresent()) {
                put(change.getKey().id(), change.getValue().get());
            } else {
                try (PreparedStatement drop =
                        connection.prepareStatement("DELETE FROM dead_letters WHERE letter_id = ?")) {
                    drop.setString(1, change.getKey().id());
                    drop.executeUpdate();
                }
            }
        }
    }

    private void put(String id, DeadLetter letter) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT_LETTER)) {
            int at = 1;
            put.setString(at++, id);
            put.setLong(at++, Column.micros(letter.at()));
            Column.set(put, at++, letter.code());
            Column.set(put, at++, letter.unit() == null ? null : letter.unit().value());
            Column.set(put, at++, letter.source());
            put.setInt(at++, letter.isFromGateway() ? 1 : 0);
            put.setBytes(at, letter.toJson());
            put.executeUpdate();
        }
    }
}
