package id.tepati.rules.judge;

/** How a promise stands as of an instant. */
public enum Outcome {
    /** Not decided yet. */
    OPEN,
    /** Tepat waktu. */
    ON_TIME,
    /** Terlambat: also while still open, once its due has passed. */
    LATE,
    /** The promise fell away: withdrawn, a duplicate, gone, or never ended on its service day. */
    CANCELLED,
    /** Tidak terlayani: the service day ended while the citizen waited, before the promise was used up. */
    UNSERVED,
    /** The promise has no number, so that nothing can be kept or broken. */
    NO_PROMISE,
    /** Done beyond the days that the calendar knows; judged when it is published. */
    AWAITING_CALENDAR,
    /** No standard names the clock: it is shown and not counted. */
    UNNAMED
}
