package id.tepati.dashboard.query;

/** What dates a figure: from and to are about this. */
public enum DateBasis {
    /** The day of the verdict, for what has none the day of the start. Stands in the tallies. */
    VERDICT,
    /** The day on which the clock started. Computed from the cases held. */
    RECEIVED,
    /** The day on which the clock ended. Computed from the cases held. */
    FINISHED
}
