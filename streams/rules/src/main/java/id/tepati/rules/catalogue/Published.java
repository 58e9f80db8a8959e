package id.tepati.rules.catalogue;

import java.time.Instant;
import java.time.LocalDate;

/** A version of a catalogue entry, dated twice: from when it governs and from when it was known. */
public interface Published {
    /** Counts the versions of one entry from 1. */
    int version();

    /** First local day that it governs; {@link LocalDate#MIN} means since ever. */
    LocalDate effectiveFrom();

    /** When it was published; {@link Instant#MIN} means since ever. */
    Instant knownFrom();
}
