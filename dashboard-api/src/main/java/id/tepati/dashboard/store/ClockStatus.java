package id.tepati.dashboard.store;

/** How a clock stands now. */
public enum ClockStatus {
    /** It has not ended. */
    OPEN("is_open = 1"),
    /** Menjelang jatuh tempo: it has not ended, is not late, and most of its promise is used. */
    AT_RISK("at_risk = 1"),
    /** It has not ended and is late. */
    OVERDUE("is_open = 1 AND outcome = 'late'"),
    /** It has ended. */
    CLOSED("is_open = 0");

    private final String condition;

    ClockStatus(String condition) {
        this.condition = condition;
    }

    /** The rows that stand so. */
    String condition() {
        return condition;
    }

    /** Whether it says that a clock runs. */
    public boolean isRunning() {
        return this != CLOSED;
    }
}
