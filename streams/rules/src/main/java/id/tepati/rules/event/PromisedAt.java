package id.tepati.rules.event;

import java.time.Instant;
import java.time.LocalDate;

/** The limit that a case itself was given, for instance on its receipt. */
public sealed interface PromisedAt {
    /** Promised for an instant. */
    record At(Instant instant) implements PromisedAt {}

    /** Promised for a day: until that local day ends. */
    record EndOfDay(LocalDate date) implements PromisedAt {}
}
