package id.tepati.standalone.bench;

import id.tepati.dashboard.store.DatabaseAddress;
import id.tepati.rules.event.EventType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The day in PostgreSQL as the IT of a city would have it: a table of events, a row for each case with the time of each of
 * its steps, and the compliance as a view that is computed again every few seconds. The query can be right because
 * {@link PlainPromise} knows wall-clock minutes only. Office hours, working days with holidays, pauses, corrections,
 * withdrawn events and promises that change would each have to be in it as well, and with them it would be what Tepati is.
 * For one thread at a time.
 */
final class PeerTables implements AutoCloseable {
    private static final List<EventType> STEPS = PlainPromise.ALL.stream()
            .flatMap(promise -> Stream.of(promise.from(), promise.to()))
            .distinct()
            .toList();

    private final Connection connection;
    private final PreparedStatement event;
    private final Map<EventType, PreparedStatement> steps = new EnumMap<>(EventType.class);

    /** Writes events into tables that are there. */
    PeerTables(DatabaseAddress address) throws SQLException {
        connection = connect(address);
        connection.setAutoCommit(false);
        event = connection.prepareStatement("""
                INSERT INTO event (source, id, type, time, unit, service, case_id) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, id) DO NOTHING
                """);
        for (EventType step : STEPS) {
            steps.put(step, connection.prepareStatement("""
                    INSERT INTO case_ (unit, case_id, service, #) VALUES (?, ?, ?, ?)
                    ON CONFLICT (unit, case_id) DO UPDATE SET # = least(case_.#, excluded.#)
                    """.replace("#", column(step))));
        }
    }

    /** A connection to these tables. */
    static Connection connect(DatabaseAddress address) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", "tepati_bench");
        if (address.user() != null) {
            properties.setProperty("user", address.user());
        }
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        return DriverManager.getConnection(address.url(), properties);
    }

    private static String column(EventType step) {
        return step.shortName().substring(step.shortName().indexOf('.') + 1);
    }

    /**
     * Creates the tables anew, in a schema of their own.
     *
     * @param zone where the local days are
     */
    static void create(Connection connection, ZoneOffset zone) throws SQLException {
        String times =
                STEPS.stream().map(step -> ", " + column(step) + " timestamptz").collect(Collectors.joining());
        String promises = PlainPromise.ALL.stream()
                .map(promise -> String.format(
                        Locale.ROOT,
                        "('%s', %s, %s, interval '%d minutes')",
                        promise.name(),
                        column(promise.from()),
                        column(promise.to()),
                        promise.within().toMinutes()))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    DROP SCHEMA IF EXISTS tepati_bench CASCADE;
                    CREATE SCHEMA tepati_bench;
                    CREATE TABLE event (
                        source text, id text, type text NOT NULL, time timestamptz NOT NULL,
                        unit text NOT NULL, service text NOT NULL, case_id text NOT NULL,
                        PRIMARY KEY (source, id));
                    CREATE INDEX ON event (unit, case_id);
                    CREATE INDEX ON event (time);
                    CREATE TABLE case_ (
                        unit text, case_id text, service text NOT NULL #TIMES,
                        PRIMARY KEY (unit, case_id));
                    CREATE MATERIALIZED VIEW compliance AS
                        SELECT unit, service, promise, day, on_time, late, late_open,
                               on_time + late AS n, round(100.0 * on_time / (on_time + late), 2) AS attainment
                        FROM (SELECT unit, service, promise,
                                     (least(stopped, due) AT TIME ZONE interval '#SECONDS seconds')::date AS day,
                                     count(*) FILTER (WHERE stopped <= due) AS on_time,
                                     count(*) FILTER (WHERE stopped IS NULL OR stopped > due) AS late,
                                     count(*) FILTER (WHERE stopped IS NULL) AS late_open
                              FROM (SELECT unit, service, promise, stopped, started + within AS due
                                    FROM case_ CROSS JOIN LATERAL (VALUES #PROMISES)
                                         AS promised (promise, started, stopped, within)
                                    WHERE started IS NOT NULL) AS begun
                              WHERE stopped IS NOT NULL OR due < now()
                              GROUP BY unit, service, promise, day) AS counted;
                    CREATE UNIQUE INDEX ON compliance (unit, service, promise, day);
                    """.replace("#TIMES", times)
                    .replace("#PROMISES", promises)
                    .replace("#SECONDS", Integer.toString(zone.getTotalSeconds())));
        }
    }

    /** Adds an event to those that are written next. */
    void add(PeerEvent happened) throws SQLException {
        OffsetDateTime time = happened.time().atOffset(ZoneOffset.UTC);
        set(
                event,
                happened.source(),
                happened.id(),
                happened.type().wireName(),
                time,
                happened.unit(),
                happened.service(),
                happened.caseId());
        if (steps.containsKey(happened.type())) {
            PreparedStatement step = Objects.requireNonNull(steps.get(happened.type()));
            set(step, happened.unit(), happened.caseId(), happened.service(), time);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.addBatch();
    }

    /** Writes what was added, in one transaction. */
    void write() throws SQLException {
        event.executeBatch();
        for (PreparedStatement step : steps.values()) {
            step.executeBatch();
        }
        connection.commit();
    }

    /** Computes the compliance as of now. */
    static void refresh(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY compliance");
        }
    }

    /** The compliance as it was last computed. */
    static DayFigures figures(Connection connection) throws SQLException {
        TreeMap<String, DayFigures.Counts> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM compliance")) {
            while (rows.next()) {
                LocalDate day = rows.getObject("day", LocalDate.class);
                counts.put(
                        DayFigures.cell(
                                rows.getString("unit"), rows.getString("service"), rows.getString("promise"), day),
                        new DayFigures.Counts(
                                rows.getLong("on_time"), rows.getLong("late"), rows.getLong("late_open")));
            }
        }
        return new DayFigures(counts);
    }

    /** One line of it, by its {@link DayFigures#cell}. */
    static DayFigures.Counts figure(Connection connection, String cell) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT on_time, late, late_open FROM compliance WHERE unit = ? AND service = ? AND promise = ? AND day = ?")) {
            String[] parts = cell.split("\\|", -1);
            query.setString(1, parts[0]);
            query.setString(2, parts[1]);
            query.setString(3, parts[2]);
            query.setObject(4, LocalDate.parse(parts[3]));
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new DayFigures.Counts(row.getLong(1), row.getLong(2), row.getLong(3))
                        : DayFigures.Counts.NONE;
            }
        }
    }

    /** The bytes of tables, view and indexes. */
    static long size(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT sum(pg_total_relation_size(name::regclass))
                        FROM unnest(ARRAY['event', 'case_', 'compliance']) AS name
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
