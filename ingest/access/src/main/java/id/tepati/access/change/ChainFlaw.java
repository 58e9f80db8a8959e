package id.tepati.access.change;

/**
 * The first thing that is wrong with the change log.
 *
 * @param line at which line of the topic, from 1 on
 * @param what one sentence
 */
public record ChainFlaw(Kind kind, int line, String what) {
    /** What was done to it. */
    public enum Kind {
        /** A line is not what was written. */
        ALTERED,
        /** A line is gone. */
        MISSING,
        /** Lines are in another order than they were written, or twice. */
        REORDERED
    }
}
