package id.tepati.dashboard.store;

/**
 * What is kept in memory of one promise of a service of a unit. Immutable.
 *
 * @param tallies how many day tallies there are of it
 * @param openLate clocks that run and are late
 * @param openAtRisk of the others that run, those that are at risk
 * @param openOther the others that run
 * @param recent its day tallies of late
 */
public record PromiseFigures(long tallies, long openLate, long openAtRisk, long openOther, RecentDays recent) {
    static final PromiseFigures NONE = new PromiseFigures(0, 0, 0, 0, RecentDays.NONE);

    /** Whether there are day tallies of it. */
    public boolean tallied() {
        return tallies > 0;
    }

    /** Clocks that run. */
    public long open() {
        return openLate + openAtRisk + openOther;
    }

    PromiseFigures counting(long allTallies, long late, long atRisk, long other) {
        return new PromiseFigures(allTallies, late, atRisk, other, recent);
    }

    PromiseFigures with(RecentDays next) {
        return new PromiseFigures(tallies, openLate, openAtRisk, openOther, next);
    }
}
