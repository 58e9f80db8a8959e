package id.tepati.rules.calendar;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where a count of days ended. */
public sealed interface DayReach {
    /** No earlier than this; where the calendar is known far enough, exactly then. */
    LocalDate earliest();

    /** Asks about the date and its certainty, or where the calendar ends before about the earliest. */
    <R> R either(BiFunction<LocalDate, Certainty, ? extends R> at, Function<LocalDate, ? extends R> beyond);

    /** The last day of the count. */
    record At(LocalDate date, Certainty certainty) implements DayReach {
        @Override
        public LocalDate earliest() {
            return date;
        }

        @Override
        public <R> R either(BiFunction<LocalDate, Certainty, ? extends R> at, Function<LocalDate, ? extends R> beyond) {
            return at.apply(date, certainty);
        }
    }

    /**
     * The calendar ends before the count does.
     *
     * @param earliest no earlier than this, even if every unknown day were a working day
     */
    record Beyond(LocalDate earliest) implements DayReach {
        @Override
        public <R> R either(BiFunction<LocalDate, Certainty, ? extends R> at, Function<LocalDate, ? extends R> beyond) {
            return beyond.apply(earliest);
        }
    }
}
