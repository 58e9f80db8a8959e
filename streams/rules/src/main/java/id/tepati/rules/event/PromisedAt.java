package id.tepati.rules.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** The limit that a case itself was given, for instance on its receipt. */
public sealed interface PromisedAt {
    /** Asks about the instant, or about the day at whose end it is. */
    <R> R either(Function<Instant, ? extends R> at, Function<LocalDate, ? extends R> endOfDay);

    /** Promised for an instant. */
    record At(Instant instant) implements PromisedAt {
        @Override
        public <R> R either(Function<Instant, ? extends R> at, Function<LocalDate, ? extends R> endOfDay) {
            return at.apply(instant);
        }
    }

    /** Promised for a day: until that local day ends. */
    record EndOfDay(LocalDate date) implements PromisedAt {
        @Override
        public <R> R either(Function<Instant, ? extends R> at, Function<LocalDate, ? extends R> endOfDay) {
            return endOfDay.apply(date);
        }
    }
}
