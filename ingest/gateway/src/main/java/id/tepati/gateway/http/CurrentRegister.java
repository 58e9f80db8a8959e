package id.tepati.gateway.http;

import id.tepati.access.rights.UnitParents;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.event.CatalogueRegister;
import id.tepati.contract.event.Register;
import id.tepati.rules.UnitId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The published units and services as the checks ask for them, built once per publication. Thread-safe. */
final class CurrentRegister {
    private final CatalogueFeed feed;
    private volatile @Nullable Known known;

    CurrentRegister(CatalogueFeed feed) {
        this.feed = feed;
    }

    /** What one publication says. */
    record Known(long revision, CatalogueRegister register) {
        /**
         * For the checks of one request.
         *
         * @param units those of which the sender may send events
         */
        Register of(Predicate<UnitId> units) {
            return new HelpfulRegister(register, units);
        }

        /** The tree of its units. */
        UnitParents tree() {
            return UnitParents.in(register.catalogue());
        }
    }

    /**
     * What is published now.
     *
     * @throws id.tepati.contract.catalogue.feed.CatalogueFeedException if the feed has ended
     */
    Known now() {
        CatalogueSnapshot snapshot = feed.snapshot();
        Known current = known;
        if (current == null || current.revision != snapshot.revision()) {
            current = new Known(snapshot.revision(), new CatalogueRegister(snapshot.catalogue()));
            known = current;
        }
        return current;
    }

    /**
     * All that is published now, for the checks of one request.
     *
     * @throws id.tepati.contract.catalogue.feed.CatalogueFeedException if the feed has ended
     */
    Register everything() {
        return now().of(unit -> true);
    }
}
