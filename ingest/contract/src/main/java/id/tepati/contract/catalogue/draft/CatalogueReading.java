package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.Draft;
import id.tepati.contract.yaml.FileProblem;
import java.util.List;

/** What reading a catalogue folder gave: everything, or every problem found. */
public sealed interface CatalogueReading {
    /** The folder can be published. */
    record Accepted(Draft draft) implements CatalogueReading {}

    /** The folder cannot be published before all of these are mended. */
    record Refused(List<FileProblem> problems) implements CatalogueReading {
        /** Takes a copy and refuses to have no problem. */
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a folder without problems is accepted");
            }
        }
    }
}
