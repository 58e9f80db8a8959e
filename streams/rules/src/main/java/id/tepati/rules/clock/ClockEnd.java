package id.tepati.rules.clock;

import id.tepati.rules.event.CaseEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a clock came to its end.
 *
 * @param by the event that did it; null where the service day ended
 */
public record ClockEnd(Instant at, Manner manner, @Nullable CaseEvent by) {
    /** In which way a clock ends. */
    public enum Manner {
        /** What was promised was done. */
        DONE,
        /** The promise fell away. */
        FELL_AWAY,
        /** The service day was over and nothing had been sent. */
        DAY_OVER
    }

    /** What was promised was done by an event. */
    static ClockEnd done(Instant at, CaseEvent by) {
        return new ClockEnd(at, Manner.DONE, by);
    }

    /** The promise fell away by an event. */
    static ClockEnd fellAway(Instant at, CaseEvent by) {
        return new ClockEnd(at, Manner.FELL_AWAY, by);
    }

    /** Whether it ended without what was promised. */
    public boolean cancelled() {
        return manner != Manner.DONE;
    }
}
