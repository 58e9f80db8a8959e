package id.tepati.dashboard.store;

import id.tepati.rules.standing.Attainment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The day tallies of one promise of late, by day. Immutable. */
public final class RecentDays {
    static final RecentDays NONE = new RecentDays(new int[0], new DayTally[0]);

    private final int[] days;
    private final DayTally[] tallies;

    private RecentDays(int[] days, DayTally[] tallies) {
        this.days = days;
        this.tallies = tallies;
    }

    /** Takes a tally of a day. */
    @FunctionalInterface
    public interface Visitor {
        /** A tally of a day. */
        void visit(LocalDate day, DayTally tally);
    }

    /** The same with other tallies of some days; those that are empty go. */
    RecentDays with(Map<Integer, Optional<DayTally>> changes) {
        NavigableMap<Integer, DayTally> all = new TreeMap<>();
        for (int i = 0; i < days.length; i++) {
            all.put(days[i], tallies[i]);
        }
        changes.forEach((day, tally) -> tally.ifPresentOrElse(next -> all.put(day, next), () -> all.remove(day)));
        int[] nextDays = new int[all.size()];
        DayTally[] nextTallies = new DayTally[all.size()];
        int at = 0;
        for (Map.Entry<Integer, DayTally> entry : all.entrySet()) {
            nextDays[at] = entry.getKey();
            nextTallies[at++] = entry.getValue();
        }
        return new RecentDays(nextDays, nextTallies);
    }

    /** Tells those from one day to another, both included, in their order. */
    void each(int from, int to, Visitor visitor) {
        for (int i = place(from); i < days.length && days[i] <= to; i++) {
            visitor.visit(LocalDate.ofEpochDay(days[i]), tallies[i]);
        }
    }

    /** How the promise was kept over days, both included. */
    public Attainment attainment(LocalDate from, LocalDate to) {
        int last = Column.bound(to);
        long onTime = 0;
        long late = 0;
        for (int i = place(Column.bound(from)); i < days.length && days[i] <= last; i++) {
            onTime += tallies[i].onTime();
            late += tallies[i].late();
        }
        return new Attainment(onTime, late);
    }

    private int place(int from) {
        int found = Arrays.binarySearch(days, from);
        return found < 0 ? -found - 1 : found;
    }
}
