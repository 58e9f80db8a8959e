package id.tepati.dashboard.standing;

import id.tepati.dashboard.store.ClockRows;
import id.tepati.dashboard.store.ListedClock;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.UnitFigures;
import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who waits at one unit, the first few of each order: a case once in each. Immutable. */
record OpenCases(
        List<Waiting> late,
        List<Waiting> lastLate,
        List<Waiting> oldest,
        @Nullable Instant overdueSince,
        Instant until) {
    /** A case may have several clocks, of which one names it. */
    private static final int LOOKED_AT = 5 * Waiting.NAMED;

    /**
     * Those of a unit; where its figures say that there are none, nobody is looked for.
     *
     * @param queue its counters
     */
    static OpenCases of(Model model, UnitId unit, UnitQueue queue, Instant now) {
        OpenServices counters = new OpenServices(model.catalogue(), unit, now);
        List<String> openNow =
                queue.services().stream().filter(counters::isOpen).toList();
        ClockRows clocks = model.clocks();
        UnitFigures figures = model.figures(unit);
        List<ListedClock> waiting = new ArrayList<>();
        if (figures.open() > 0) {
            waiting.addAll(clocks.longestAway(unit, LOOKED_AT));
            waiting.addAll(clocks.longestAtCounter(unit, openNow, LOOKED_AT));
        }
        List<ListedClock> broken = figures.late() > 0 ? clocks.late(unit, LOOKED_AT) : List.of();
        List<ListedClock> brokenLast = figures.late() > 0 ? clocks.lastLate(unit, 1) : List.of();
        List<Waiting> late = firstOfEach(broken, Waiting.LONGEST_LATE, Waiting.NAMED);
        return new OpenCases(
                late,
                firstOfEach(brokenLast, Waiting.LAST_LATE, 1),
                firstOfEach(waiting, Waiting.LONGEST_WAITING, Waiting.NAMED),
                late.isEmpty() ? null : late.get(0).due(),
                Times.earlier(counters.until(), model.catalogue().termsHoldUntil(now)));
    }

    private static List<Waiting> firstOfEach(List<ListedClock> clocks, Comparator<Waiting> order, int limit) {
        Set<String> named = new HashSet<>();
        return clocks.stream()
                .map(Waiting::of)
                .sorted(order)
                .filter(waiting -> named.add(waiting.caseId()))
                .limit(limit)
                .toList();
    }
}
