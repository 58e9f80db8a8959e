package id.tepati.dashboard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** By how much the counts of units and promises change with one commit. Confined to the writer. */
final class CountChanges {
    private static final String UNITS = """
            INSERT INTO unit_counts (unit, cases, incomplete, open_cases, at_risk_cases, late_cases, commit_no)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (unit) DO UPDATE SET
              cases = unit_counts.cases + excluded.cases,
              incomplete = unit_counts.incomplete + excluded.incomplete,
              open_cases = unit_counts.open_cases + excluded.open_cases,
              at_risk_cases = unit_counts.at_risk_cases + excluded.at_risk_cases,
              late_cases = unit_counts.late_cases + excluded.late_cases,
              commit_no = excluded.commit_no
            """;

    private static final String PROMISES = """
            INSERT INTO promise_counts
              (unit, service, promise, tallies, open_late, open_at_risk, open_other, commit_no)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (unit, service, promise) DO UPDATE SET
              tallies = promise_counts.tallies + excluded.tallies,
              open_late = promise_counts.open_late + excluded.open_late,
              open_at_risk = promise_counts.open_at_risk + excluded.open_at_risk,
              open_other = promise_counts.open_other + excluded.open_other,
              commit_no = excluded.commit_no
            """;

    private final Map<String, OfUnit> units = new HashMap<>();
    private final Map<Promise, OfPromise> promises = new HashMap<>();

    private record Promise(String unit, Series series) {}

    private static final class OfUnit {
        private final long[] standings = new long[CaseStanding.COUNT];
        private long cases;
        private long incomplete;
    }

    private static final class OfPromise {
        private final long[] standings = new long[CaseStanding.COUNT];
        private long tallies;
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    /** A figure of a unit changes that is not counted here. */
    void touch(String unit) {
        of(unit);
    }

    /**
     * So many cases more, or fewer.
     *
     * @param sign 1 or -1
     */
    void add(String unit, boolean incomplete, CaseStanding standing, int sign) {
        OfUnit counts = of(unit);
        counts.cases += sign;
        counts.incomplete += incomplete ? sign : 0;
        counts.standings[standing.number()] += sign;
    }

    /** A case of a unit stands otherwise. */
    void move(String unit, CaseStanding from, CaseStanding to) {
        OfUnit counts = of(unit);
        counts.standings[from.number()]--;
        counts.standings[to.number()]++;
    }

    /** A clock more that runs, or one fewer. */
    void addOpen(String unit, Series series, CaseStanding standing, int sign) {
        of(unit, series).standings[standing.number()] += sign;
    }

    /** So many day tallies of a promise more, or fewer; none where one is another now. */
    void addTallies(String unit, Series series, int more) {
        touch(unit);
        of(unit, series).tallies += more;
    }

    private OfUnit of(String unit) {
        return units.computeIfAbsent(unit, absent -> new OfUnit());
    }

    private OfPromise of(String unit, Series series) {
        return promises.computeIfAbsent(new Promise(unit, series), absent -> new OfPromise());
    }

    /** Adds them to the rows. */
    void write(Connection connection, long commit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNITS)) {
            for (Map.Entry<String, OfUnit> unit : units.entrySet()) {
                OfUnit counts = unit.getValue();
                int at = 1;
                statement.setString(at++, unit.getKey());
                statement.setLong(at++, counts.cases);
                statement.setLong(at++, counts.incomplete);
                long late = counts.standings[CaseStanding.LATE.number()];
                long atRisk = counts.standings[CaseStanding.AT_RISK.number()];
                statement.setLong(at++, counts.standings[CaseStanding.OPEN.number()] + atRisk + late);
                statement.setLong(at++, atRisk);
                statement.setLong(at++, late);
                statement.setLong(at, commit);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(PROMISES)) {
            for (Map.Entry<Promise, OfPromise> promise : promises.entrySet()) {
                OfPromise counts = promise.getValue();
                int at = 1;
                statement.setString(at++, promise.getKey().unit());
                statement.setString(at++, promise.getKey().series().service());
                statement.setString(at++, promise.getKey().series().promise());
                statement.setLong(at++, counts.tallies);
                statement.setLong(at++, counts.standings[CaseStanding.LATE.number()]);
                statement.setLong(at++, counts.standings[CaseStanding.AT_RISK.number()]);
                statement.setLong(at++, counts.standings[CaseStanding.OPEN.number()]);
                statement.setLong(at, commit);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
