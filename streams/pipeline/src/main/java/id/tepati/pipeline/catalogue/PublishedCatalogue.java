package id.tepati.pipeline.catalogue;

import id.tepati.rules.catalogue.Catalogue;
import java.time.Instant;

/** The catalogue as the tasks read it. Thread-safe. */
public interface PublishedCatalogue {
    /** A state of the catalogue; {@code entries} grows with every publication and is the same after a restart. */
    record Edition(Catalogue catalogue, long entries) {}

    /** The newest edition read so far. */
    Edition newest();

    /**
     * An edition that holds everything known by an instant, which is the timestamp of a record; waits for it if need
     * be.
     */
    Edition reaching(Instant recordTime);
}
