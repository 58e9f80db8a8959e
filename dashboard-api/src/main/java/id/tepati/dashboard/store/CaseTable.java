package id.tepati.dashboard.store;

import id.tepati.rules.CaseKey;
import id.tepati.rules.WireName;
import id.tepati.rules.judge.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes cases with their clocks, and counts what changes with them. Confined to the writer. */
final class CaseTable implements AutoCloseable {
    /** The number of a clock is that of its case, times this, and its place in the record. */
    static final long PLACES = 4096;

    /** Sorts behind every due instant. */
    static final long NO_DUE = Long.MAX_VALUE;

    private static final int LOOKED_UP_AT_ONCE = 64;
    private static final int AT_RISK_AT_ONCE = 20_000;
    private static final String LATE = WireName.of(Outcome.LATE);

    private static final String FIND_CASES = each("""
            SELECT case_no, unit, case_id, incomplete, standing FROM cases WHERE unit = ? AND case_id = ?
            """);

    private static final String FIND_CLOCKS = each("""
            SELECT clock_no, service, promise, is_open, at_risk, outcome FROM clocks WHERE clock_no >= ? AND clock_no < ?
            """);

    private static final String PUT_CASE = """
            INSERT INTO cases (case_no, unit, case_id, incomplete, standing, finished_at, broken, record)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (case_no) DO UPDATE SET incomplete = excluded.incomplete, standing = excluded.standing,
              finished_at = excluded.finished_at, broken = excluded.broken, record = excluded.record
            """;

    private static final String PUT_CLOCK = """
            INSERT INTO clocks (clock_no, unit, case_id, clock, stage, cycle, service, promise, outcome, is_open,
              at_counter, at_risk, start_at, start_day, end_at, due_at, at_risk_from, verdict_at, verdict_day,
              figure_day, seconds, used)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (clock_no) DO UPDATE SET clock = excluded.clock, stage = excluded.stage,
              cycle = excluded.cycle, service = excluded.service, promise = excluded.promise,
              outcome = excluded.outcome, is_open = excluded.is_open, at_counter = excluded.at_counter,
              at_risk = excluded.at_risk, start_at = excluded.start_at, start_day = excluded.start_day,
              end_at = excluded.end_at, due_at = excluded.due_at, at_risk_from = excluded.at_risk_from,
              verdict_at = excluded.verdict_at, verdict_day = excluded.verdict_day,
              figure_day = excluded.figure_day, seconds = excluded.seconds, used = excluded.used
            """;

    private static final String COMING_RISKS = """
            SELECT clock_no, unit, service, promise FROM clocks
            WHERE is_open = 1 AND at_risk = 0 AND outcome = 'open' AND at_risk_from <= ? AND promise IS NOT NULL
            LIMIT ?
            """;

    private final PreparedStatement findCases;
    private final PreparedStatement findClocks;
    private final PreparedStatement putCase;
    private final PreparedStatement putClock;
    private final PreparedStatement dropCase;
    private final PreparedStatement dropClock;
    private final PreparedStatement comingRisks;
    private final PreparedStatement putAtRisk;
    private final PreparedStatement putCaseAtRisk;
    private long lastNumber;

    private record Known(long number, String unit, boolean incomplete, CaseStanding standing) {}

    CaseTable(Connection connection, long lastNumber) throws SQLException {
        this.lastNumber = lastNumber;
        findCases = connection.prepareStatement(FIND_CASES);
        findClocks = connection.prepareStatement(FIND_CLOCKS);
        putCase = connection.prepareStatement(PUT_CASE);
        putClock = connection.prepareStatement(PUT_CLOCK);
        dropCase = connection.prepareStatement("DELETE FROM cases WHERE case_no = ?");
        dropClock = connection.prepareStatement("DELETE FROM clocks WHERE clock_no = ?");
        comingRisks = connection.prepareStatement(COMING_RISKS);
        putAtRisk = connection.prepareStatement("UPDATE clocks SET at_risk = 1 WHERE clock_no = ?");
        putCaseAtRisk = connection.prepareStatement("UPDATE cases SET standing = 2 WHERE case_no = ? AND standing = 1");
    }

    /** One after the other, each by its index: what is joined instead may be joined from the wrong end. */
    private static String each(String select) {
        return String.join("UNION ALL ", Collections.nCopies(LOOKED_UP_AT_ONCE, select));
    }

    /** The number that was given last. */
    long lastNumber() {
        return lastNumber;
    }

    /**
     * Puts cases in place of the former ones, or removes them.
     *
     * @param changes one for each case at most
     */
    void write(Collection<StoredCase.Change> changes, Instant now, CountChanges counts) throws SQLException {
        List<StoredCase.Change> some = new ArrayList<>(LOOKED_UP_AT_ONCE);
        for (StoredCase.Change change : changes) {
            some.add(change);
            if (some.size() == LOOKED_UP_AT_ONCE) {
                stage(some, now, counts);
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            stage(some, now, counts);
        }
        dropClock.executeBatch();
        dropCase.executeBatch();
        putCase.executeBatch();
        putClock.executeBatch();
    }

    private void stage(List<StoredCase.Change> some, Instant now, CountChanges counts) throws SQLException {
        Map<CaseKey, Known> known = find(some);
        Set<Long> formerClocks = takeBack(known.values(), counts);
        for (StoredCase.Change change : some) {
            Known former = known.get(change.key());
            StoredCase next = change.next();
            if (next != null) {
                long number = former == null ? ++lastNumber : former.number();
                put(number, next, now, counts);
                for (int place = 0; place < next.clocks().size(); place++) {
                    formerClocks.remove(number * PLACES + place);
                }
            } else if (former != null) {
                dropCase.setLong(1, former.number());
                dropCase.addBatch();
            }
        }
        for (long left : formerClocks) {
            dropClock.setLong(1, left);
            dropClock.addBatch();
        }
    }

    private Map<CaseKey, Known> find(List<StoredCase.Change> some) throws SQLException {
        for (int i = 0; i < LOOKED_UP_AT_ONCE; i++) {
            CaseKey key = some.get(Math.min(i, some.size() - 1)).key();
            findCases.setString(2 * i + 1, key.unit().value());
            findCases.setString(2 * i + 2, key.id().value());
        }
        Map<String, Known> found = new HashMap<>();
        try (ResultSet rows = findCases.executeQuery()) {
            while (rows.next()) {
                Known known = new Known(
                        rows.getLong(1), rows.getString(2), rows.getInt(4) == 1, CaseStanding.of(rows.getInt(5)));
                found.put(known.unit() + "|" + rows.getString(3), known);
            }
        }
        Map<CaseKey, Known> known = new HashMap<>();
        for (StoredCase.Change change : some) {
            CaseKey key = change.key();
            Known former = found.get(key.unit().value() + "|" + key.id().value());
            if (former != null) {
                known.put(key, former);
            }
        }
        return known;
    }

    /** Takes back what cases counted so far, and tells the numbers of their clocks. */
    private Set<Long> takeBack(Collection<Known> known, CountChanges counts) throws SQLException {
        Set<Long> clocks = new HashSet<>();
        if (known.isEmpty()) {
            return clocks;
        }
        Map<Long, String> units = new HashMap<>();
        List<Long> numbers = new ArrayList<>();
        for (Known one : known) {
            counts.add(one.unit(), one.incomplete(), one.standing(), -1);
            units.put(one.number(), one.unit());
            numbers.add(one.number());
        }
        for (int i = 0; i < LOOKED_UP_AT_ONCE; i++) {
            long first = numbers.get(Math.min(i, numbers.size() - 1)) * PLACES;
            findClocks.setLong(2 * i + 1, first);
            findClocks.setLong(2 * i + 2, first + PLACES);
        }
        try (ResultSet rows = findClocks.executeQuery()) {
            while (rows.next()) {
                long number = rows.getLong(1);
                if (clocks.add(number)) {
                    takeBack(rows, Objects.requireNonNull(units.get(number / PLACES)), counts);
                }
            }
        }
        return clocks;
    }

    private static void takeBack(ResultSet row, String unit, CountChanges counts) throws SQLException {
        String promise = row.getString(3);
        if (row.getInt(4) == 1 && promise != null) {
            boolean late = row.getString(6).equals(LATE);
            CaseStanding notLate = row.getInt(5) == 1 ? CaseStanding.AT_RISK : CaseStanding.OPEN;
            counts.addOpen(unit, new Series(row.getString(2), promise), late ? CaseStanding.LATE : notLate, -1);
        }
    }

    private void put(long number, StoredCase next, Instant now, CountChanges counts) throws SQLException {
        CaseStanding standing = next.standing(now);
        counts.add(next.unit(), next.incomplete(), standing, 1);
        int at = 1;
        putCase.setLong(at++, number);
        putCase.setString(at++, next.unit());
        putCase.setString(at++, next.id());
        putCase.setInt(at++, next.incomplete() ? 1 : 0);
        putCase.setInt(at++, standing.number());
        Column.set(putCase, at++, next.finishedAt().map(Column::micros).orElse(null));
        putCase.setInt(at++, next.isBroken() ? 1 : 0);
        putCase.setBytes(at, next.record());
        putCase.addBatch();
        for (int place = 0; place < next.clocks().size(); place++) {
            StoredClock clock = next.clocks().get(place);
            put(number * PLACES + place, next, clock, now);
            String promise = clock.promise();
            if (clock.open() && promise != null) {
                counts.addOpen(next.unit(), new Series(clock.service(), promise), clock.standing(now), 1);
            }
        }
    }

    private void put(long number, StoredCase of, StoredClock clock, Instant now) throws SQLException {
        int at = 1;
        putClock.setLong(at++, number);
        putClock.setString(at++, of.unit());
        putClock.setString(at++, of.id());
        putClock.setString(at++, clock.clock());
        Column.set(putClock, at++, clock.stage());
        putClock.setInt(at++, clock.cycle());
        putClock.setString(at++, clock.service());
        Column.set(putClock, at++, clock.promise());
        putClock.setString(at++, WireName.of(clock.outcome()));
        putClock.setInt(at++, clock.open() ? 1 : 0);
        putClock.setInt(at++, clock.isAtCounter() ? 1 : 0);
        putClock.setInt(at++, clock.isAtRisk(now) ? 1 : 0);
        putClock.setLong(at++, Column.micros(clock.start()));
        putClock.setInt(at++, Column.day(clock.startDay()));
        Column.set(putClock, at++, micros(clock.end()));
        putClock.setLong(at++, Objects.requireNonNullElse(micros(clock.due()), NO_DUE));
        Column.set(putClock, at++, micros(clock.atRiskFrom()));
        Column.set(putClock, at++, micros(clock.verdictAt()));
        Column.set(
                putClock,
                at++,
                clock.verdictDay() == null ? null : clock.verdictDay().toEpochDay());
        putClock.setInt(at++, Column.day(clock.figureDay()));
        Column.set(putClock, at++, clock.seconds());
        Column.set(putClock, at, clock.used());
        putClock.addBatch();
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Column.micros(instant);
    }

    /**
     * Marks the clocks that have come to be at risk with time alone, some thousands at once.
     *
     * @return whether these were all
     */
    boolean markAtRisk(Instant now, CountChanges counts) throws SQLException {
        comingRisks.setLong(1, Column.micros(now));
        comingRisks.setInt(2, AT_RISK_AT_ONCE);
        List<String> units = new ArrayList<>();
        try (ResultSet rows = comingRisks.executeQuery()) {
            while (rows.next()) {
                String unit = rows.getString(2);
                Series series = new Series(rows.getString(3), rows.getString(4));
                counts.addOpen(unit, series, CaseStanding.OPEN, -1);
                counts.addOpen(unit, series, CaseStanding.AT_RISK, 1);
                counts.touch(unit);
                units.add(unit);
                putAtRisk.setLong(1, rows.getLong(1));
                putAtRisk.addBatch();
                putCaseAtRisk.setLong(1, rows.getLong(1) / PLACES);
                putCaseAtRisk.addBatch();
            }
        }
        putAtRisk.executeBatch();
        int[] moved = putCaseAtRisk.executeBatch();
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] > 0) {
                counts.move(units.get(i), CaseStanding.OPEN, CaseStanding.AT_RISK);
            }
        }
        return units.size() < AT_RISK_AT_ONCE;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(
                findCases, findClocks, putCase, putClock, dropCase, dropClock, comingRisks, putAtRisk, putCaseAtRisk)) {
            statement.close();
        }
    }
}
