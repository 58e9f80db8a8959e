package id.tepati.dashboard.query;

import id.tepati.contract.output.OutputKey;
import id.tepati.dashboard.standing.ServiceOfUnit;
import id.tepati.dashboard.store.DayTally;
import id.tepati.dashboard.store.PromiseFigures;
import id.tepati.dashboard.store.StoredClock;
import java.util.HashSet;
import java.util.Set;

/** Adds up what one line of figures is made of. Confined to one query. */
final class Sum {
    private final SumOfCounts duration = new SumOfCounts();
    private final SumOfCounts used = new SumOfCounts();
    private final Set<ServiceOfUnit> sources = new HashSet<>();
    private final Set<OutputKey.OfRestatement> restatements = new HashSet<>();
    private long opened;
    private long noPromise;
    private long onTime;
    private long late;
    private long lateOpen;
    private long cancelled;
    private long unserved;
    private long open;
    private long atRisk;

    void comesFrom(String unit, String service) {
        sources.add(new ServiceOfUnit(unit, service));
    }

    /** A restatement touches what is in the sum. */
    void restatedBy(OutputKey.OfRestatement key) {
        restatements.add(key);
    }

    void add(DayTally tally) {
        opened += tally.opened();
        noPromise += tally.noPromise();
        onTime += tally.onTime();
        late += tally.late();
        lateOpen += tally.lateOpen();
        cancelled += tally.cancelled();
        unserved += tally.unserved();
        duration.add(tally.duration());
        used.add(tally.used());
    }

    /** Adds what one clock counts, all on one day. */
    void add(StoredClock clock) {
        opened++;
        switch (clock.outcome()) {
            case ON_TIME -> onTime++;
            case LATE -> {
                late++;
                lateOpen += clock.open() ? 1 : 0;
            }
            case CANCELLED -> cancelled++;
            case UNSERVED -> unserved++;
            case NO_PROMISE -> noPromise++;
            case OPEN, AWAITING_CALENDAR, UNNAMED -> {}
        }
        Long seconds = clock.seconds();
        if (seconds != null) {
            duration.add(seconds);
        }
        Long share = clock.used();
        if (share != null) {
            used.add(share);
        }
    }

    void addOpen(PromiseFigures figures) {
        open += figures.open();
        atRisk += figures.openAtRisk();
    }

    /** How many restatements touch what is in the sum. */
    long revision() {
        return restatements.size();
    }

    Set<ServiceOfUnit> sources() {
        return sources;
    }

    long opened() {
        return opened;
    }

    long noPromise() {
        return noPromise;
    }

    long onTime() {
        return onTime;
    }

    long late() {
        return late;
    }

    long lateOpen() {
        return lateOpen;
    }

    long cancelled() {
        return cancelled;
    }

    long unserved() {
        return unserved;
    }

    long open() {
        return open;
    }

    long atRisk() {
        return atRisk;
    }

    SumOfCounts duration() {
        return duration;
    }

    SumOfCounts used() {
        return used;
    }
}
