package id.tepati.dashboard.query;

import java.util.Collection;

/** How a unit stands by its worst promise over 30 days; the same rule colours it wherever it is shown. */
public enum UnitState {
    /** Dijaga: every promise that came to a verdict reaches its target. */
    KEPT("kept"),
    /** Berisiko: one is below its target, over too few verdicts to say more. */
    AT_RISK("at-risk"),
    /** Tidak dijaga: one is below its target. */
    NOT_KEPT("not-kept"),
    /** Tanpa data: nothing with a target came to a verdict. */
    NO_DATA("no-data");

    /** From so many verdicts on, a share below the target counts as not kept. */
    private static final int ENOUGH = 8;

    private final String wireName;

    UnitState(String wireName) {
        this.wireName = wireName;
    }

    /** As it is written in answers and metrics. */
    public String wireName() {
        return wireName;
    }

    static UnitState of(Collection<Standings.OfPromise> promises) {
        UnitState worst = NO_DATA;
        for (Standings.OfPromise promise : promises) {
            Boolean kept = promise.kept();
            if (kept != null) {
                worst = worse(worst, kept ? KEPT : below(promise.month().n()));
            }
        }
        return worst;
    }

    private static UnitState below(long n) {
        return n >= ENOUGH ? NOT_KEPT : AT_RISK;
    }

    private static UnitState worse(UnitState one, UnitState other) {
        return one == NO_DATA || other.compareTo(one) > 0 ? other : one;
    }
}
