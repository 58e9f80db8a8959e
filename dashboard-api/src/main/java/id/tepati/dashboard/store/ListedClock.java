package id.tepati.dashboard.store;

import id.tepati.rules.WireName;
import id.tepati.rules.judge.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.OptionalLong;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A clock in a list, and where in the list it stands.
 *
 * @param number of its row
 * @param major what the list is ordered by first: a day or an instant, or 0
 */
public record ListedClock(String unit, String caseId, long number, long major, StoredClock clock, boolean atRisk) {
    /** The columns that {@link #of} reads. */
    static final String COLUMNS = "unit, case_id, clock_no, clock, stage, cycle, service, promise, outcome, is_open,"
            + " start_at, start_day, end_at, due_at, at_risk_from, verdict_at, verdict_day, seconds, used, at_risk";

    /** The order of lists: by day or not, by due, then by what names the clock. */
    static final Comparator<ListedClock> ORDER = Comparator.comparingLong(ListedClock::major)
            .thenComparingLong(ListedClock::due)
            .thenComparing(ListedClock::unit)
            .thenComparing(ListedClock::caseId)
            .thenComparingLong(ListedClock::number);

    long due() {
        return clock.due() == null ? CaseTable.NO_DUE : Column.micros(clock.due());
    }

    /** Where the next page goes on. */
    public String cursor() {
        return major + "|" + due() + "|" + number + "|" + unit + "|" + caseId;
    }

    static ListedClock of(ResultSet row, StatementContext context) throws SQLException {
        long due = row.getLong("due_at");
        StoredClock clock = new StoredClock(
                row.getString("clock"),
                row.getString("stage"),
                row.getInt("cycle"),
                row.getString("service"),
                row.getString("promise"),
                WireName.parse(Outcome.class, row.getString("outcome")),
                row.getInt("is_open") == 1,
                Column.instant(row.getLong("start_at")),
                LocalDate.ofEpochDay(row.getInt("start_day")),
                Column.instant(row, "end_at").orElse(null),
                due == CaseTable.NO_DUE ? null : Column.instant(due),
                Column.instant(row, "at_risk_from").orElse(null),
                Column.instant(row, "verdict_at").orElse(null),
                day(Column.number(row, "verdict_day")),
                orNull(Column.number(row, "seconds")),
                orNull(Column.number(row, "used")));
        return new ListedClock(
                row.getString("unit"),
                row.getString("case_id"),
                row.getLong("clock_no"),
                row.getLong("major"),
                clock,
                row.getInt("at_risk") == 1);
    }

    private static @Nullable LocalDate day(OptionalLong day) {
        return day.isPresent() ? LocalDate.ofEpochDay(day.getAsLong()) : null;
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
