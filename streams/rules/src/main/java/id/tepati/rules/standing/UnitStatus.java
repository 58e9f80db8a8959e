package id.tepati.rules.standing;

import id.tepati.rules.WireName;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status by which a unit gets its colour, a bad office that of {@link #NOT_KEPT}: how it, or one promise of it,
 * kept its target over {@link #DAYS} days. From what says nothing to what is worst.
 */
public enum UnitStatus {
    /** Tanpa data: nothing came to a verdict, or of a unit nothing is heard. */
    NO_DATA,
    /** Tanpa target: there were verdicts, but nobody said which share is to be on time. */
    NO_TARGET,
    /** Menepati: the attainment reaches the target. */
    KEPT,
    /** Berisiko: the attainment is below the target, of too few cases to be sure. */
    AT_RISK,
    /** Tidak menepati: the attainment is below the target. */
    NOT_KEPT;

    /** The local days that it looks back over, today included. */
    public static final int DAYS = 30;

    /** The local days of the short window, today included: a good week shows before the month does. */
    public static final int WEEK = 7;

    /** With fewer verdicts than this a missed target is a risk, not a finding. */
    public static final long ENOUGH = 8;

    /**
     * That of one promise.
     *
     * @param target share to be kept; null where none was set
     */
    public static UnitStatus of(Attainment attainment, @Nullable BigDecimal target) {
        if (attainment.n() == 0) {
            return NO_DATA;
        }
        UnitStatus missed = restsOnFew(attainment) ? AT_RISK : NOT_KEPT;
        return attainment.reaches(target).map(kept -> kept ? KEPT : missed).orElse(NO_TARGET);
    }

    /** Whether an attainment rests on so few verdicts that it changes easily. */
    public static boolean restsOnFew(Attainment attainment) {
        return attainment.n() < ENOUGH;
    }

    /**
     * That of a unit, by its worst promise; without data where it has none. Empty where it only gathers the units below
     * it: none of its own promises came up, nothing of its own is open.
     *
     * @param promises those of the promises of which it has figures
     * @param isGathering whether there are units below it
     */
    public static Optional<UnitStatus> ofUnit(
            Collection<UnitStatus> promises, boolean hasOpenCases, boolean isGathering) {
        boolean gathersOnly = promises.isEmpty() && !hasOpenCases && isGathering;
        return gathersOnly
                ? Optional.empty()
                : Optional.of(promises.stream().max(UnitStatus::compareTo).orElse(NO_DATA));
    }

    /** The same of a unit with so many sources: without data where all of them are silent, whatever it kept before. */
    public UnitStatus heardFrom(long sources, long silent) {
        return sources > 0 && silent >= sources ? NO_DATA : this;
    }

    /** Its name on the wire, for instance {@code not-kept}. */
    public String wireName() {
        return WireName.of(this);
    }
}
