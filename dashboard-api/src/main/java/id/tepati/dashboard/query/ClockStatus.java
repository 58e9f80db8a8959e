package id.tepati.dashboard.query;

import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;

/** How a clock stands now. */
public enum ClockStatus {
    /** It has not ended. */
    OPEN,
    /** Menjelang jatuh tempo: it has not ended, is not late, and most of its promise is used. */
    AT_RISK,
    /** It has not ended and is late. */
    OVERDUE,
    /** It has ended. */
    CLOSED;

    boolean holds(HeldClock clock, Instant now) {
        return switch (this) {
            case OPEN -> clock.isOpen();
            case AT_RISK -> clock.isAtRisk(now);
            case OVERDUE -> clock.isOpen() && clock.outcome() == Outcome.LATE;
            case CLOSED -> !clock.isOpen();
        };
    }
}
