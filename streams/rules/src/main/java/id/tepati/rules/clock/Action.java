package id.tepati.rules.clock;

/** What an event does to a clock that is in a state to which the action applies; else the event changes nothing. */
enum Action {
    /** Starts a clock that never ran. */
    START,
    /** Starts a new cycle of a clock that does not run, as long as the file was never accepted. */
    START_UNLESS_ACCEPTED,
    /** Starts a clock that never ran, or ends its pause. */
    START_OR_RESUME,
    STOP,
    /** Stops it if the response is marked final. */
    STOP_IF_FINAL,
    /** Cancels it if the case was withdrawn or is a duplicate, else stops it. */
    STOP_OR_CANCEL,
    PAUSE,
    RESUME,
    CANCEL,
    /** Takes up an ended clock again; the time between is a gap. */
    REOPEN
}
