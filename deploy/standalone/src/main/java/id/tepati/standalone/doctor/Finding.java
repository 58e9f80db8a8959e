package id.tepati.standalone.doctor;

/**
 * One thing that was looked at.
 *
 * @param what one sentence; for a warning and a problem with the next step
 */
public record Finding(Level level, String what) {
    /** How bad it is. */
    public enum Level {
        OK,
        /** It runs, but somebody should look. */
        WARNING,
        /** It does not run, or figures are not what they seem. */
        PROBLEM
    }

    static Finding ok(String what) {
        return new Finding(Level.OK, what);
    }

    static Finding warning(String what) {
        return new Finding(Level.WARNING, what);
    }

    static Finding problem(String what) {
        return new Finding(Level.PROBLEM, what);
    }
}
