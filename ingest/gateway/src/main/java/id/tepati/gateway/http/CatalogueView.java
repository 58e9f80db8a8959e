package id.tepati.gateway.http;

import id.tepati.contract.catalog.CatalogFeed;
import id.tepati.contract.catalog.CatalogSnapshot;
import id.tepati.contract.event.Register;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalog.Catalogue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The published units and services as the checks ask for them, built once per publication. Thread-safe. */
final class CatalogueView {
    private final CatalogFeed feed;
    private volatile @Nullable Known known;

    CatalogueView(CatalogFeed feed) {
        this.feed = feed;
    }

    private record Known(long revision, Catalogue catalogue) implements Register {
        @Override
        public boolean knowsUnit(UnitId unit, Instant at) {
            return catalogue.knowsUnit(unit, at);
        }

        @Override
        public boolean knowsService(ServiceId service, Instant at) {
            return catalogue.knowsService(service, at);
        }
    }

    /**
     * What is published now.
     *
     * @throws id.tepati.contract.catalog.CatalogFeedException if the feed has ended
     */
    Register register() {
        CatalogSnapshot snapshot = feed.snapshot();
        Known current = known;
        if (current == null || current.revision != snapshot.revision()) {
            current = new Known(snapshot.revision(), snapshot.catalogue());
            known = current;
        }
        return current;
    }
}
