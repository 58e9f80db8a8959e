package id.tepati.dashboard.query;

import id.tepati.dashboard.readmodel.CatalogueView;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.dashboard.readmodel.Series;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
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

    /** Whether a clock counts in figures at all, and in these. */
    boolean covers(HeldClock held) {
        return held.promise() != null
                && (service == null || service.equals(held.service()))
                && (clock == null || clock.equals(held.clock()))
                && (promise == null || promise.equals(held.promise()));
    }

    /** The day that dates a clock; empty where it has not ended and is to be dated by its end. */
    Optional<LocalDate> dayOf(HeldClock held, ZoneId zone) {
        return switch (by) {
            case VERDICT -> Optional.of(held.verdictDay().orElseGet(held::startDay));
            case RECEIVED -> Optional.of(held.startDay());
            case FINISHED -> held.end().map((Instant end) -> LocalDate.ofInstant(end, zone));
        };
    }
}
