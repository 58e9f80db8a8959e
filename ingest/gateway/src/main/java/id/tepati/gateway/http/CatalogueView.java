package id.tepati.gateway.http;

import id.tepati.contract.catalog.CatalogEntry;
import id.tepati.contract.catalog.CatalogFeed;
import id.tepati.contract.catalog.CatalogSnapshot;
import id.tepati.contract.event.Register;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalog.Catalogue;
import id.tepati.rules.catalog.ServiceVersion;
import id.tepati.rules.catalog.UnitVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            current = new Known(snapshot.revision(), catalogue(snapshot));
            known = current;
        }
        return current;
    }

    private static Catalogue catalogue(CatalogSnapshot snapshot) {
        List<UnitVersion> units = new ArrayList<>();
        List<ServiceVersion> services = new ArrayList<>();
        for (CatalogEntry entry : snapshot.entries()) {
            if (entry instanceof CatalogEntry.OfUnit it) {
                units.add(it.unit());
            } else if (entry instanceof CatalogEntry.OfService it) {
                services.add(it.service());
            }
        }
        return new Catalogue(units, services, List.of(), List.of());
    }
}
