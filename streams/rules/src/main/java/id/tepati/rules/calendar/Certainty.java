package id.tepati.rules.calendar;

/** How far a day, or what was computed from days, can be relied on. */
public enum Certainty {
    /** From a published calendar. */
    OFFICIAL,
    /** From a forecast that the official calendar may still change ({@code sementara}). */
    PROVISIONAL,
    /** Outside everything the calendar says; such a day is taken neither as open nor as closed. */
    UNKNOWN;

    /** What can be said of two days together: the weaker of both. */
    public Certainty and(Certainty other) {
        return compareTo(other) < 0 ? other : this;
    }
}
