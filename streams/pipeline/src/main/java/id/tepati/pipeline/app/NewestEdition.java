package id.tepati.pipeline.app;

import id.tepati.contract.catalog.CatalogSnapshot;
import id.tepati.pipeline.app.PublishedCatalogue.Edition;

/** The newest of the snapshots that were offered, in whatever order they came. Thread-safe. */
final class NewestEdition {
    private volatile Held held;

    private record Held(long revision, Edition edition) {
        static Held of(CatalogSnapshot snapshot) {
            Edition edition =
                    new Edition(snapshot.catalogue(), snapshot.entries().size());
            return new Held(snapshot.revision(), edition);
        }
    }

    NewestEdition(CatalogSnapshot first) {
        this.held = Held.of(first);
    }

    /** Takes a snapshot that is newer than the one held, and no other. */
    synchronized void offer(CatalogSnapshot snapshot) {
        if (snapshot.revision() > held.revision) {
            held = Held.of(snapshot);
        }
    }

    Edition get() {
        return held.edition;
    }
}
