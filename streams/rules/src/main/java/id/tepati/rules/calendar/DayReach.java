package id.tepati.rules.calendar;

import java.time.LocalDate;
import java.util.List;

/** Where a count of days ended. */
public sealed interface DayReach {

    /**
     * The last day of the count.
     *
     * @param counted every counted date in order, the last of them {@code date}
     */
    record At(LocalDate date, Certainty certainty, List<LocalDate> counted) implements DayReach {
        /** Copies the dates. */
        public At {
            counted = List.copyOf(counted);
        }
    }

    /**
     * The calendar ends before the count does.
     *
     * @param earliest no earlier than this, even if every unknown day were a working day
     */
    record Beyond(LocalDate earliest) implements DayReach {}
}
