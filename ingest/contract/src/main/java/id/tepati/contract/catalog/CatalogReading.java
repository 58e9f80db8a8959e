package id.tepati.contract.catalog;

import java.util.List;

/** What reading a catalogue folder gave: everything, or every problem found. */
public sealed interface CatalogReading {
    /** The folder can be published. */
    record Accepted(Draft draft) implements CatalogReading {}

    /** The folder cannot be published before all of these are mended. */
    record Refused(List<CatalogProblem> problems) implements CatalogReading {
        /** Takes a copy and refuses to have no problem. */
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a folder without problems is accepted");
            }
        }
    }
}
