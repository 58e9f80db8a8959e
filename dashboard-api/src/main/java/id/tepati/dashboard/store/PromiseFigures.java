package id.tepati.dashboard.store;

/**
 * What is kept in memory of one promise of a service of a unit. Immutable.
 *
 * @param tallied whether there are day tallies of it
 * @param openLate clocks that run and are late
 * @param openAtRisk of the others that run, those that are at risk
 * @param openOther the others that run
 * @param recent its day tallies of late
 */
public record PromiseFigures(boolean tallied, long openLate, long openAtRisk, long openOther, RecentDays recent) {
    static final PromiseFigures NONE = new PromiseFigures(false, 0, 0, 0, RecentDays.NONE);

    /** Clocks that run. */
    public long open() {
        return openLate + openAtRisk + openOther;
    }

    PromiseFigures counting(boolean anyTallies, long late, long atRisk, long other) {
        return new PromiseFigures(anyTallies, late, atRisk, other, recent);
    }

    PromiseFigures with(RecentDays next) {
        return new PromiseFigures(tallied, openLate, openAtRisk, openOther, next);
    }
}
