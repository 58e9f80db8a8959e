package id.tepati.rules.calendar;

import java.time.Instant;

/** Where a walk over open time ended. */
public sealed interface Reach {

    /** The open time was used up at this instant; the certainty is official or provisional. */
    record At(Instant instant, Certainty certainty) implements Reach {}

    /**
     * The calendar ends before the open time does.
     *
     * @param earliest no earlier than this, even if every unknown day were open all day
     */
    record Beyond(Instant earliest) implements Reach {}
}
