package id.tepati.dashboard.store;

import id.tepati.rules.UnitId;
import id.tepati.rules.clock.ClockKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Asks the rows of clocks. Confined to one question. */
public final class ClockRows {
    /** Of more units than this it is cheaper to look at all. */
    private static final int NAMED_UNITS = 60;

    private static final int ROWS_AT_ONCE = 5_000;

    private static final String LISTED = "SELECT " + ListedClock.COLUMNS + ", 0 AS major FROM clocks ";

    private static final String LATE =
            LISTED + "WHERE unit = :unit AND is_open = 1 AND outcome = 'late' AND promise IS NOT NULL ORDER BY due_at";

    private static final String WAITING = LISTED
            + "WHERE unit = :unit AND at_counter = :counter AND is_open = 1 AND promise IS NOT NULL <asked> "
            + "ORDER BY start_at, case_id LIMIT :limit";

    private static final String QUEUES = """
            SELECT unit, service, stage, clock, COUNT(*), MIN(start_at) FROM clocks
            WHERE is_open = 1 AND at_counter = 1 <asked>
            GROUP BY unit, service, stage, clock
            """;

    private static final String SERVED = """
            SELECT unit, service, stage, COUNT(*) FROM clocks
            WHERE clock = 'serving' AND seconds IS NOT NULL AND end_at > :from AND end_at <= :to
            GROUP BY unit, service, stage
            """;

    private final Handle handle;
    private final Function<String, ZoneId> zones;

    ClockRows(Handle handle, Function<String, ZoneId> zones) {
        this.handle = handle;
        this.zones = zones;
    }

    /** Those of a unit that run and are late, by their due; the first so many. */
    public List<ListedClock> late(UnitId unit, int limit) {
        return listed(LATE + ", case_id, clock_no LIMIT :limit", unit, limit);
    }

    /** The same, the latest due first. */
    public List<ListedClock> lastLate(UnitId unit, int limit) {
        return listed(LATE + " DESC, case_id, clock_no LIMIT :limit", unit, limit);
    }

    private List<ListedClock> listed(String sql, UnitId unit, int limit) {
        return handle.createQuery(sql)
                .bind("unit", unit.value())
                .bind("limit", limit)
                .map(ListedClock::of)
                .list();
    }

    /** Those of a unit's files and complaints that run, by their start; the first so many. */
    public List<ListedClock> longestAway(UnitId unit, int limit) {
        return handle.createQuery(WAITING.replace("<asked>", ""))
                .bind("unit", unit.value())
                .bind("counter", 0)
                .bind("limit", limit)
                .map(ListedClock::of)
                .list();
    }

    /** Those of a unit's counters that run, of some services, by their start; the first so many. */
    public List<ListedClock> longestAtCounter(UnitId unit, Collection<String> services, int limit) {
        return services.isEmpty()
                ? List.of()
                : handle.createQuery(WAITING.replace("<asked>", "AND service IN (<services>)"))
                        .bindList("services", List.copyOf(services))
                        .bind("unit", unit.value())
                        .bind("counter", 1)
                        .bind("limit", limit)
                        .map(ListedClock::of)
                        .list();
    }

    /**
     * Clocks at counters that run, counted.
     *
     * @param stage null for the main one
     * @param oldest start of the first of them
     */
    public record AtCounter(
            String unit, String service, @Nullable String stage, String clock, long count, Instant oldest) {
        /** Whether somebody waits while it runs: for the first call, or again. */
        public boolean isWait() {
            return clock.equals(ClockKind.WAITING.id()) || clock.equals(ClockKind.RE_WAITING.id());
        }
    }

    /** Who waits or is served at the counters of units. */
    public List<AtCounter> atCounters(Collection<UnitId> units) {
        Set<String> asked = units.stream().map(UnitId::value).collect(Collectors.toSet());
        boolean named = asked.size() <= NAMED_UNITS;
        Query query = handle.createQuery(QUEUES.replace("<asked>", named ? "AND unit IN (<units>)" : ""));
        if (named) {
            query.bindList("units", List.copyOf(asked));
        }
        return query.map((row, context) -> new AtCounter(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        Column.instant(row.getLong(6))))
                .filter(found -> asked.contains(found.unit()))
                .list();
    }

    /** How many were served at a counter. */
    public record Served(
            String unit, String service, @Nullable String stage, long count) {}

    /** Who was served within a time before an instant, of every unit. */
    public List<Served> served(Instant until, Duration within) {
        return handle.createQuery(SERVED)
                .bind("from", Column.micros(until.minus(within)))
                .bind("to", Column.micros(until))
                .map((row, context) -> new Served(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    /**
     * A page of clocks.
     *
     * @param after {@link ListedClock#cursor} of the last one of the page before; null for the first page
     * @throws IllegalArgumentException where it is none
     */
    public List<ListedClock> page(Collection<UnitId> units, ClockFilter filter, @Nullable String after, int limit) {
        List<String> names = units.stream().map(UnitId::value).toList();
        return new ClockList(handle, filter, zones, after).next(names, limit);
    }

    /** How many clocks, and of how many cases. */
    public record Total(long clocks, long cases) {
        /** None. */
        public static final Total NONE = new Total(0, 0);

        /** Of both; cases of different units are different ones. */
        public Total plus(Total other) {
            return new Total(clocks + other.clocks, cases + other.cases);
        }
    }

    /** Counts those of a unit. */
    public Total count(UnitId unit, ClockFilter filter) {
        String sql = "SELECT COUNT(*), COUNT(DISTINCT clock_no / " + CaseTable.PLACES + ") FROM clocks WHERE "
                + filter.condition();
        return filter.bind(handle.createQuery(sql), unit.value(), zones.apply(unit.value()))
                .map((row, context) -> new Total(row.getLong(1), row.getLong(2)))
                .one();
    }

    /** Tells those of a unit one by one, in no particular order. */
    public void each(UnitId unit, ClockFilter filter, Consumer<StoredClock> reader) {
        String sql = "SELECT " + ListedClock.COLUMNS + ", 0 AS major FROM clocks WHERE " + filter.condition();
        filter.bind(handle.createQuery(sql), unit.value(), zones.apply(unit.value()))
                .setFetchSize(ROWS_AT_ONCE)
                .map(ListedClock::of)
                .forEach(listed -> reader.accept(listed.clock()));
    }
}
