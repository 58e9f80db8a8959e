package id.tepati.dashboard.store;

import id.tepati.rules.WireName;
import id.tepati.rules.judge.Outcome;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks are meant, of those that a promise is of; what is null is any.
 *
 * @param by what dates a clock
 * @param from the first day, local to the unit; null for since ever
 * @param to the last day; null for until whenever
 * @param state how it stands now
 * @param outcomes empty for all
 */
public record ClockFilter(
        @Nullable String service,
        @Nullable String clock,
        @Nullable String promise,
        DateBasis by,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ClockStatus state,
        Set<Outcome> outcomes) {
    /** Takes a copy. */
    public ClockFilter {
        outcomes = Set.copyOf(outcomes);
    }

    /** Whether it asks for all that stand so, of every service and day. */
    public boolean isState(ClockStatus asked) {
        return state == asked
                && service == null
                && clock == null
                && promise == null
                && from == null
                && to == null
                && by != DateBasis.FINISHED
                && outcomes.isEmpty();
    }

    /** What comes first in the order: for those that run nothing but their due. */
    String majorColumn() {
        return state != null && state.isRunning() ? "0" : by.column();
    }

    /** The rows of a unit, with names where values go, which {@link #bind} gives. */
    String condition() {
        List<String> all = new ArrayList<>(List.of("unit = :unit", "promise IS NOT NULL"));
        if (state != null) {
            all.add(state.condition());
        }
        addEqual(all, "service", service);
        addEqual(all, "clock", clock);
        addEqual(all, "promise", promise);
        if (by == DateBasis.FINISHED) {
            all.add("end_at IS NOT NULL");
        }
        if (from != null) {
            all.add(by.column() + " >= :from");
        }
        if (to != null) {
            all.add(by.column() + (by == DateBasis.FINISHED ? " < :to" : " <= :to"));
        }
        if (!outcomes.isEmpty()) {
            all.add("outcome IN ("
                    + outcomes.stream()
                            .map(outcome -> "'" + WireName.of(outcome) + "'")
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        return String.join(" AND ", all);
    }

    private static void addEqual(List<String> all, String column, @Nullable String value) {
        if (value != null) {
            all.add(column + " = :" + column);
        }
    }

    /** Gives the values of a condition, for a unit in its time zone. */
    <S extends SqlStatement<S>> S bind(S statement, String unit, ZoneId zone) {
        statement.bind("unit", unit);
        bind(statement, "service", service);
        bind(statement, "clock", clock);
        bind(statement, "promise", promise);
        if (from != null) {
            statement.bind("from", bound(from, zone));
        }
        if (to != null) {
            statement.bind("to", bound(by == DateBasis.FINISHED ? to.plusDays(1) : to, zone));
        }
        return statement;
    }

    private static <S extends SqlStatement<S>> void bind(S statement, String name, @Nullable String value) {
        if (value != null) {
            statement.bind(name, Objects.requireNonNull(value));
        }
    }

    private long bound(LocalDate day, ZoneId zone) {
        return by == DateBasis.FINISHED ? Column.micros(day.atStartOfDay(zone).toInstant()) : day.toEpochDay();
    }
}
