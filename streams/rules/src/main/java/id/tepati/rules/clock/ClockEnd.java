package id.tepati.rules.clock;

import id.tepati.rules.event.CaseEvent;
import java.time.Instant;

/**
 * How a clock came to its end.
 *
 * @param cancelled true where the promise fell away, false where what was promised was done
 * @param by the event that did it
 */
public record ClockEnd(Instant at, boolean cancelled, CaseEvent by) {}
