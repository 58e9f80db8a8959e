package id.tepati.dashboard.query;

import java.util.Collection;
import java.util.Locale;

/** How a unit stands by its worst promise over 30 days; the worse ones last. */
public enum UnitState {
    /** Tanpa data: nothing came to a verdict. */
    NO_DATA,
    /** Tanpa target: there were verdicts, but nobody said which share is to be on time. */
    NO_TARGET,
    /** Menepati: every promise with a target reaches it. */
    KEPT,
    /** Berisiko: one is below its target, over too few verdicts to say more. */
    AT_RISK,
    /** Tidak menepati: one is below its target. */
    NOT_KEPT;

    /** With fewer verdicts than this a missed target is a risk, not a finding. */
    private static final int ENOUGH = 8;

    /** As it is written in metrics, for instance {@code not-kept}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static UnitState of(Collection<CitySample.OfPromise> promises) {
        return promises.stream().map(UnitState::of).max(UnitState::compareTo).orElse(NO_DATA);
    }

    private static UnitState of(CitySample.OfPromise promise) {
        if (promise.month().n() == 0) {
            return NO_DATA;
        }
        Boolean kept = promise.kept();
        if (kept == null) {
            return NO_TARGET;
        }
        if (kept) {
            return KEPT;
        }
        return promise.month().n() < ENOUGH ? AT_RISK : NOT_KEPT;
    }
}
