package id.tepati.dashboard.query;

import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.ClockFilter;
import id.tepati.dashboard.store.ClockStatus;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.dashboard.store.Series;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.judge.Outcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for, the same for a figure and for the cases behind it.
 *
 * @param subtree whether the units below the unit count in
 * @param service null for all
 * @param clock null for all
 * @param promise null for all
 */
public record Scope(
        UnitId unit,
        boolean subtree,
        @Nullable String service,
        @Nullable String clock,
        @Nullable String promise,
        Period period,
        DateBasis by) {

    Set<UnitId> units(CatalogueView catalogue) {
        return subtree ? catalogue.subtree(unit) : Set.of(unit);
    }

    /** Whether a series counts in these figures. */
    boolean covers(Series series) {
        return (service == null || service.equals(series.service()))
                && (clock == null || clock.equals(new PromiseName(series.promise()).clockId()))
                && (promise == null || promise.equals(series.promise()));
    }

    /** The clocks that count in these figures. */
    ClockFilter clocks(@Nullable ClockStatus state, Set<Outcome> outcomes) {
        return new ClockFilter(service, clock, promise, by, period.from(), period.to(), state, outcomes);
    }
}
