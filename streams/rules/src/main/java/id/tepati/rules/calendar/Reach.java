package id.tepati.rules.calendar;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where a walk over open time ended. */
public sealed interface Reach {
    /** No earlier than this; where the calendar is known far enough, exactly then. */
    Instant earliest();

    /** Asks about the instant and its certainty, or where the calendar ends before about the earliest. */
    <R> R either(BiFunction<Instant, Certainty, ? extends R> at, Function<Instant, ? extends R> beyond);

    /** The open time was used up at this instant; the certainty is official or provisional. */
    record At(Instant instant, Certainty certainty) implements Reach {
        @Override
        public Instant earliest() {
            return instant;
        }

        @Override
        public <R> R either(BiFunction<Instant, Certainty, ? extends R> at, Function<Instant, ? extends R> beyond) {
            return at.apply(instant, certainty);
        }
    }

    /**
     * The calendar ends before the open time does.
     *
     * @param earliest no earlier than this, even if every unknown day were open all day
     */
    record Beyond(Instant earliest) implements Reach {
        @Override
        public <R> R either(BiFunction<Instant, Certainty, ? extends R> at, Function<Instant, ? extends R> beyond) {
            return beyond.apply(earliest);
        }
    }
}
