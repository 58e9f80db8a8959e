package id.tepati.dashboard.store;

import id.tepati.contract.output.DeadLetter;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Asks the rows of dead letters. Confined to one question. */
public final class LetterRows {
    private final Handle handle;
    private final @Nullable List<String> units;

    /**
     * Asks for those of some units.
     *
     * @param units null for all, also of those that name none
     */
    LetterRows(Handle handle, @Nullable List<UnitId> units) {
        this.handle = handle;
        this.units = units == null ? null : units.stream().map(UnitId::value).toList();
    }

    /**
     * Which letters are meant; what is null is any.
     *
     * @param unit {@link #UNREAD} for those of which it is not known, the same for the source
     */
    public record Filter(
            @Nullable String id,
            @Nullable String code,
            @Nullable String unit,
            @Nullable String source) {
        /** Asks for letters that do not tell it; no unit has such a name. */
        public static final String UNREAD = "-";

        private Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            put(values, "letter_id", id);
            put(values, "code", code);
            put(values, "unit", unit);
            put(values, "source", source);
            return values;
        }

        private static void put(Map<String, String> values, String column, @Nullable String value) {
            if (value != null) {
                values.put(column, value);
            }
        }
    }

    private String seen() {
        return units == null ? "1 = 1" : "unit IN (<units>)";
    }

    private String condition(Map<String, String> values) {
        List<String> all = new ArrayList<>(List.of(seen()));
        values.forEach(
                (column, value) -> all.add(isUnread(column, value) ? column + " IS NULL" : column + " = :" + column));
        return String.join(" AND ", all);
    }

    /** Only what may be missing in a letter can be asked for as missing. */
    private static boolean isUnread(String column, String value) {
        return (column.equals("unit") || column.equals("source")) && value.equals(Filter.UNREAD);
    }

    private Query query(String sql, Map<String, String> values) {
        Query query = handle.createQuery(sql);
        if (units != null) {
            query.bindList(EmptyHandling.NULL_KEYWORD, "units", units);
        }
        values.forEach((column, value) -> {
            if (!isUnread(column, value)) {
                query.bind(column, value);
            }
        });
        return query;
    }

    /** How many there are. */
    public long count(Filter filter) {
        Map<String, String> values = filter.values();
        return query("SELECT COUNT(*) FROM dead_letters WHERE " + condition(values), values)
                .mapTo(Long.class)
                .one();
    }

    /** Where a letter stands in the list. */
    public record Place(Instant at, String id) {}

    /**
     * Those that come next, the newest first, so many at most.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<DeadLetter> page(Filter filter, @Nullable Place after, int limit) {
        Map<String, String> values = filter.values();
        String seek = after == null ? "" : " AND (refused_at < :at OR (refused_at = :at AND letter_id > :after))";
        Query query = query(
                "SELECT record FROM dead_letters WHERE " + condition(values) + seek
                        + " ORDER BY refused_at DESC, letter_id LIMIT :limit",
                values);
        if (after != null) {
            query.bind("at", Column.micros(after.at())).bind("after", after.id());
        }
        return query.bind("limit", limit)
                .map((row, context) -> DeadLetter.fromJson(row.getBytes(1)))
                .list();
    }

    /**
     * Letters that name the same unit and source.
     *
     * @param atGateway of all, those of events that the gateway refused, of which the pipeline never heard
     * @param latest when the last of them was refused
     */
    public record Count(@Nullable String unit, @Nullable String source, long all, long atGateway, Instant latest) {}

    /** How many there are of each source of each unit. */
    public List<Count> counts() {
        return query(
                        "SELECT unit, source, COUNT(*), SUM(at_gateway), MAX(refused_at) FROM dead_letters WHERE "
                                + seen() + " GROUP BY unit, source",
                        Map.of())
                .map((row, context) -> new Count(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        Column.instant(row.getLong(5))))
                .list();
    }

    /**
     * Letters that name the same unit and source and have the same code.
     *
     * @param latest when the last of them was refused
     */
    public record Refused(@Nullable String unit, @Nullable String source, String code, long all, Instant latest) {}

    /** How many there are of each source of each unit for each code. */
    public List<Refused> refused() {
        return query(
                        "SELECT unit, source, code, COUNT(*), MAX(refused_at) FROM dead_letters WHERE " + seen()
                                + " GROUP BY unit, source, code",
                        Map.of())
                .map((row, context) -> new Refused(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        Column.instant(row.getLong(5))))
                .list();
    }

    /** The codes that letters have. */
    public List<String> codes() {
        return query("SELECT DISTINCT code FROM dead_letters WHERE " + seen(), Map.of())
                .mapTo(String.class)
                .list();
    }

    /** Whether letters name a unit. */
    public boolean name(String unit) {
        Map<String, String> values = Map.of("unit", unit);
        return query("SELECT 1 FROM dead_letters WHERE " + condition(values) + " LIMIT 1", values)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
