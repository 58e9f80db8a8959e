package id.tepati.dashboard.store;

/** What dates a figure: from and to are about this. */
public enum DateBasis {
    /** The day of the verdict, for what has none the day of the start. Stands in the tallies. */
    VERDICT("figure_day"),
    /** The day on which the clock started. Computed from the cases held. */
    RECEIVED("start_day"),
    /** The day on which the clock ended. Computed from the cases held. */
    FINISHED("end_at");

    private final String column;

    DateBasis(String column) {
        this.column = column;
    }

    /** The column that has it: days, but for {@link #FINISHED}, which has instants. */
    String column() {
        return column;
    }
}
