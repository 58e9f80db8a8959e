package id.tepati.rules.clock;

/** Why a clock did not run for a while. */
public enum GapKind {
    /** The case waited for somebody outside: a returned file, a question to the complainant. */
    PAUSE,
    /** The case was closed, before it was reopened. */
    CLOSED
}
