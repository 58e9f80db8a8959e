package id.tepati.pipeline.catalogue;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.pipeline.catalogue.PublishedCatalogue.Edition;

/** The newest of the snapshots that were offered, in whatever order they came. Thread-safe. */
final class NewestEdition {
    private volatile Held held;

    private record Held(long revision, Edition edition) {
        static Held of(CatalogueSnapshot snapshot) {
            Edition edition =
                    new Edition(snapshot.catalogue(), snapshot.entries().size());
            return new Held(snapshot.revision(), edition);
        }
    }

    NewestEdition(CatalogueSnapshot first) {
        this.held = Held.of(first);
    }

    /** Takes a snapshot that is newer than the one held, and no other. */
    synchronized void offer(CatalogueSnapshot snapshot) {
        if (snapshot.revision() > held.revision) {
            held = Held.of(snapshot);
        }
    }

    Edition get() {
        return held.edition;
    }
}
