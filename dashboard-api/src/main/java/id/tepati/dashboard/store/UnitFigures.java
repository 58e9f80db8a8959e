package id.tepati.dashboard.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept in memory of one unit, without those below it. Immutable.
 *
 * @param cases held
 * @param incomplete of these, those with events that wait for an opening event
 * @param open of these, those with a promise that runs
 * @param atRisk of the open ones, those of which no clock is late and one is at risk
 * @param late of the open ones, those of which a clock is late
 * @param revision another number means other figures of this unit
 * @param promises by service and promise
 */
public record UnitFigures(
        long cases,
        long incomplete,
        long open,
        long atRisk,
        long late,
        long revision,
        SortedMap<Series, PromiseFigures> promises) {
    /** Of a unit that nothing is known of. */
    public static final UnitFigures NONE = new UnitFigures(0, 0, 0, 0, 0, 0, Collections.emptySortedMap());

    /** The same with what changed of its promises. */
    UnitFigures with(SortedMap<Series, PromiseFigures> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        SortedMap<Series, PromiseFigures> all = new TreeMap<>(promises);
        all.putAll(changed);
        return new UnitFigures(cases, incomplete, open, atRisk, late, revision, Collections.unmodifiableSortedMap(all));
    }
}
