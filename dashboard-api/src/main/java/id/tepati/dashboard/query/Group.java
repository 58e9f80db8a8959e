package id.tepati.dashboard.query;

/** What a line of figures is about, beside its promise. */
public enum Group {
    /** Everything asked for. */
    NONE,
    /** One unit each, without those below it. */
    UNIT,
    /** One service each. */
    SERVICE,
    /** One local day each. */
    DAY
}
