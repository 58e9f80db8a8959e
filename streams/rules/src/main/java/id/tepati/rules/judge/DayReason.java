package id.tepati.rules.judge;

/** Why a date counts towards a promise of days, or does not. */
public enum DayReason {
    /** It counts. */
    COUNTED,
    /** The day of the start never counts. */
    START_DAY,
    /** The week has no opening on it. */
    CLOSED,
    /** A holiday, joint leave or closure; the note names it. */
    HOLIDAY,
    /** Some part of it was paused, or the case was closed. */
    PAUSED,
    /** Several days of several kinds, taken together to keep the trace short. */
    MIXED
}
