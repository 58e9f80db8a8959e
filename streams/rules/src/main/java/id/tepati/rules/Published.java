package id.tepati.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One version of an entry of the catalogue, dated twice: from when it governs and from when it was known.
 *
 * @param version counts the versions of one entry from 1; {@link #UNPUBLISHED} in a draft
 * @param effectiveFrom first local day that it governs; {@link LocalDate#MIN} means since ever
 * @param knownFrom when it was published; {@link Instant#MIN} means since ever, or not yet in a draft
 * @param content what it says
 */
public record Published<T>(int version, LocalDate effectiveFrom, Instant knownFrom, T content) {
    /** Version number of what is drafted and not published yet. */
    public static final int UNPUBLISHED = 0;

    /** The later by effect comes last; of two with one day the later version. */
    public static final Comparator<Published<?>> BY_EFFECT = Comparator.<Published<?>, LocalDate>comparing(
                    Published::effectiveFrom)
            .thenComparing(Published::version);

    /** A first version that governs, and was known, since ever. */
    public static <T> Published<T> sinceEver(T content) {
        return new Published<>(1, LocalDate.MIN, Instant.MIN, content);
    }

    /** What is to govern from a day on and is not published yet. */
    public static <T> Published<T> draft(LocalDate effectiveFrom, T content) {
        return new Published<>(UNPUBLISHED, effectiveFrom, Instant.MIN, content);
    }

    /** The same content for the same days as another version, known from another instant. */
    public Published<T> as(int otherVersion, Instant otherKnownFrom) {
        return new Published<>(otherVersion, effectiveFrom, otherKnownFrom, content);
    }

    /** Whether it was published by an instant. */
    public boolean isKnownAt(Instant instant) {
        return !knownFrom.isAfter(instant);
    }

    /** Whether it has taken effect by a day. */
    public boolean isEffectiveOn(LocalDate day) {
        return !effectiveFrom.isAfter(day);
    }
}
