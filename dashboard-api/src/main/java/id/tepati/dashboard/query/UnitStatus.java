package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tepati.rules.WireName;
import org.jspecify.annotations.Nullable;

/** How a unit, or one promise of it, kept its target over some days; the better ones first. */
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

    /** With fewer verdicts than this a missed target is a risk, not a finding. */
    private static final long ENOUGH = 8;

    /**
     * The status of one promise.
     *
     * @param n how many verdicts there were
     * @param kept whether the target was reached; null where there is none
     */
    static UnitStatus of(long n, @Nullable Boolean kept) {
        if (n == 0) {
            return NO_DATA;
        }
        if (kept == null) {
            return NO_TARGET;
        }
        if (kept) {
            return KEPT;
        }
        return n < ENOUGH ? AT_RISK : NOT_KEPT;
    }

    /** Its name on the wire, for instance {@code not-kept}. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }
}
