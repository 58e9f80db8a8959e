package id.tepati.dashboard.store;

import id.tepati.contract.output.SourceRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What is kept in memory of the database, as of one commit: counts, and the day tallies of late. It grows with units,
 * services and days, not with cases. Immutable.
 *
 * @param epoch of the database: after it was emptied another one
 * @param recentFrom the first of the days of which the tallies are here
 */
record KeptFigures(
        long epoch, long commit, int recentFrom, Map<String, UnitFigures> units, Map<String, SourceRow> sources) {
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String UNITS = """
            SELECT unit, cases, incomplete, open_cases, at_risk_cases, late_cases, commit_no FROM unit_counts
            WHERE commit_no > :commit
            """;

    private static final String PROMISES = """
            SELECT unit, service, promise, tallies, open_late, open_at_risk, open_other FROM promise_counts
            WHERE commit_no > :commit
            """;

    /** The plus keeps SQLite from looking by the day, of which nearly all are recent, where few commits are new. */
    private static final String TALLIES = """
            SELECT unit, service, promise, tally_day, opened, no_promise, on_time, late, late_open, cancelled, unserved,
              duration, used, gone
            FROM tallies WHERE commit_no > :commit AND +tally_day >= :from
            """;

    /** The first time all are new: only the day narrows. */
    private static final String ALL_TALLIES = TALLIES.replace("commit_no > :commit AND +", "");

    private static final String SOURCES = """
            SELECT unit, source, record FROM sources WHERE commit_no > :commit
            """;

    static KeptFigures nothing(long epoch, int recentFrom) {
        return new KeptFigures(epoch, 0, recentFrom, Map.of(), Map.of());
    }

    /** The same with what changed since, as the database tells it at a commit. */
    KeptFigures at(long next, Handle handle) {
        Map<String, UnitFigures> changed = new HashMap<>();
        handle.createQuery(UNITS)
                .bind("commit", commit)
                .map(this::unit)
                .forEach(unit -> changed.put(unit.id, unit.figures));
        Map<String, SortedMap<Series, PromiseFigures>> promises = promises(handle);
        promises.forEach((unit, own) -> changed.merge(
                unit, units.getOrDefault(unit, UnitFigures.NONE).with(own), (counts, same) -> counts.with(own)));
        return new KeptFigures(epoch, next, recentFrom, merged(units, changed), sources(handle));
    }

    private record OfUnit(String id, UnitFigures figures) {}

    private OfUnit unit(ResultSet row, StatementContext context) throws SQLException {
        String id = row.getString(1);
        UnitFigures former = units.getOrDefault(id, UnitFigures.NONE);
        return new OfUnit(
                id,
                new UnitFigures(
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        former.promises()));
    }

    private Map<String, SortedMap<Series, PromiseFigures>> promises(Handle handle) {
        Map<String, SortedMap<Series, PromiseFigures>> changed = new HashMap<>();
        handle.createQuery(PROMISES)
                .bind("commit", commit)
                .map((row, context) -> {
                    String unit = row.getString(1);
                    Series series = new Series(row.getString(2), row.getString(3));
                    PromiseFigures next = former(changed, unit, series)
                            .counting(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
                    of(changed, unit).put(series, next);
                    return unit;
                })
                .forEach(read -> {});
        days(handle).forEach((key, days) -> {
            PromiseFigures former = former(changed, key.unit(), key.series());
            of(changed, key.unit())
                    .put(key.series(), former.with(former.recent().with(days)));
        });
        return changed;
    }

    private record OfPromise(String unit, Series series) {}

    private Map<OfPromise, Map<Integer, Optional<DayTally>>> days(Handle handle) {
        Map<OfPromise, Map<Integer, Optional<DayTally>>> days = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Query query = commit == 0
                ? handle.createQuery(ALL_TALLIES)
                : handle.createQuery(TALLIES).bind("commit", commit);
        query.bind("from", recentFrom)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> {
                    OfPromise of = new OfPromise(
                            one(names, row.getString(1)),
                            new Series(one(names, row.getString(2)), one(names, row.getString(3))));
                    Optional<DayTally> tally = row.getInt(14) == 1 ? Optional.empty() : Optional.of(tally(row));
                    days.computeIfAbsent(of, absent -> new HashMap<>()).put(row.getInt(4), tally);
                    return of;
                })
                .forEach(read -> {});
        return days;
    }

    /** Every equal name as one object. */
    private static String one(Map<String, String> names, String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    /** The tally of a row whose columns from the fifth on are its counts. */
    static DayTally tally(ResultSet row) throws SQLException {
        return DayTally.of(
                new long[] {
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getLong(10),
                    row.getLong(11)
                },
                row.getBytes(12),
                row.getBytes(13));
    }

    private static SortedMap<Series, PromiseFigures> of(
            Map<String, SortedMap<Series, PromiseFigures>> units, String unit) {
        return units.computeIfAbsent(unit, absent -> new TreeMap<>());
    }

    private PromiseFigures former(Map<String, SortedMap<Series, PromiseFigures>> changed, String unit, Series series) {
        PromiseFigures known = of(changed, unit).get(series);
        return known != null
                ? known
                : units.getOrDefault(unit, UnitFigures.NONE).promises().getOrDefault(series, PromiseFigures.NONE);
    }

    private Map<String, SourceRow> sources(Handle handle) {
        Map<String, SourceRow> all = new HashMap<>(sources);
        long read = handle
                .createQuery(SOURCES)
                .bind("commit", commit)
                .map((row, context) -> {
                    String key = row.getString(1) + "|" + row.getString(2);
                    byte[] record = row.getBytes(3);
                    return record.length == 0 ? all.remove(key) : all.put(key, SourceRow.fromJson(record));
                })
                .stream()
                .count();
        return read == 0 ? sources : Collections.unmodifiableMap(all);
    }

    private static <K, V> Map<K, V> merged(Map<K, V> former, Map<K, V> changed) {
        if (changed.isEmpty()) {
            return former;
        }
        Map<K, V> all = new HashMap<>(former);
        all.putAll(changed);
        return Collections.unmodifiableMap(all);
    }
}
