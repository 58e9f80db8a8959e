package id.tepati.dashboard.standing;

import id.tepati.dashboard.readmodel.CatalogueView;
import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;
import java.util.List;

/** Counts open cases, not clocks: what different clocks measure is never added up. Confined to one query. */
final class OpenCases {
    private final Instant now;
    private final TopN<Waiting> late = new TopN<>(Waiting.NAMED, Waiting.LONGEST_LATE);
    private final TopN<Waiting> lastLate = new TopN<>(1, Waiting.LAST_LATE);
    private final TopN<Waiting> oldest = new TopN<>(Waiting.NAMED, Waiting.LONGEST_WAITING);
    private final OpenServices counters;
    private Instant until;
    private long open;
    private long atRisk;
    private long overdue;

    /** Counts those of one unit as of an instant. */
    OpenCases(CatalogueView catalogue, UnitId unit, Instant now) {
        this.now = now;
        this.counters = new OpenServices(catalogue, unit, now);
        this.until = catalogue.termsHoldUntil(now);
    }

    void add(HeldCase held) {
        List<HeldClock> running = held.clocks().stream()
                .filter(clock -> clock.isOpen() && clock.promise() != null)
                .toList();
        if (running.isEmpty()) {
            return;
        }
        open++;
        running.stream()
                .filter(this::isShownWaiting)
                .map(clock -> Waiting.of(held, clock))
                .min(Waiting.LONGEST_WAITING)
                .ifPresent(oldest::offer);
        List<Waiting> broken = running.stream()
                .filter(clock -> clock.outcome() == Outcome.LATE)
                .map(clock -> Waiting.of(held, clock))
                .toList();
        broken.forEach(lastLate::offer);
        broken.stream().min(Waiting.LONGEST_LATE).ifPresent(late::offer);
        if (!broken.isEmpty()) {
            overdue++;
        } else if (running.stream().anyMatch(clock -> clock.isAtRisk(now))) {
            atRisk++;
        }
        running.forEach(this::holdUntilRisk);
    }

    /** Who came to a counter waits while it is open; a file or a complaint waits day and night. */
    private boolean isShownWaiting(HeldClock clock) {
        return !Counters.isAtCounter(clock.clock()) || counters.isOpen(clock.service());
    }

    private void holdUntilRisk(HeldClock clock) {
        clock.atRiskFrom()
                .filter(from -> from.isAfter(now) && from.isBefore(until))
                .ifPresent(from -> until = from);
    }

    List<Waiting> late() {
        return late.inOrder();
    }

    /** Who came to be late last; none where nobody is. */
    List<Waiting> lastLate() {
        return lastLate.inOrder();
    }

    List<Waiting> oldest() {
        return oldest.inOrder();
    }

    /** Up to when all of it holds if nothing arrives. */
    Instant until() {
        return Times.earlier(counters.until(), until);
    }

    long open() {
        return open;
    }

    long atRisk() {
        return atRisk;
    }

    long overdue() {
        return overdue;
    }
}
