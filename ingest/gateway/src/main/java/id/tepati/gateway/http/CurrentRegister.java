package id.tepati.gateway.http;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.event.CatalogueRegister;
import id.tepati.contract.event.Register;
import org.jspecify.annotations.Nullable;

/** The published units and services as the checks ask for them, built once per publication. Thread-safe. */
final class CurrentRegister {
    private final CatalogueFeed feed;
    private volatile @Nullable Known known;

    CurrentRegister(CatalogueFeed feed) {
        this.feed = feed;
    }

    private record Known(long revision, CatalogueRegister register) {}

    /**
     * What is published now, for the checks of one request.
     *
     * @throws id.tepati.contract.catalogue.feed.CatalogueFeedException if the feed has ended
     */
    Register register() {
        CatalogueSnapshot snapshot = feed.snapshot();
        Known current = known;
        if (current == null || current.revision != snapshot.revision()) {
            current = new Known(snapshot.revision(), new CatalogueRegister(snapshot.catalogue()));
            known = current;
        }
        return new HelpfulRegister(current.register);
    }
}
