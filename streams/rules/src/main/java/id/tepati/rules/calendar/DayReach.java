package id.tepati.rules.calendar;

import java.time.LocalDate;

/** Where a count of days ended. */
public sealed interface DayReach {

    /** The last day of the count. */
    record At(LocalDate date, Certainty certainty) implements DayReach {}

    /**
     * The calendar ends before the count does.
     *
     * @param earliest no earlier than this, even if every unknown day were a working day
     */
    record Beyond(LocalDate earliest) implements DayReach {}
}
