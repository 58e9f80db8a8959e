package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.SourceRow;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What queries read. It stands still while one query runs and must not be kept beyond. */
public interface Model {
    /** The catalogue. */
    CatalogueView catalogue();

    /** The figures of a unit, empty where nothing was counted there. */
    Optional<UnitFigures> figures(UnitId unit);

    /** Up to which instant every partition is judged and read; empty until that is known of all. */
    Optional<Instant> asOf();

    /** Every source of every unit, in no particular order. */
    Collection<SourceRow> sources();

    /** What was refused and is not replayed yet, in no particular order. */
    Collection<DeadLetter> deadLetters();

    /**
     * Counts the changes of cases, tallies, restatements and catalogue. With equal numbers all of these are equal;
     * sources, dead letters and {@link #asOf} change without being counted.
     */
    long revision();

    /** How much it holds. */
    Sizes sizes();

    /**
     * How much a model holds.
     *
     * @param tallies day tallies
     */
    record Sizes(long units, long cases, long tallies, long sources, long deadLetters) {}
}
