package id.tepati.pipeline.app;

import id.tepati.contract.catalog.CatalogFeed;
import id.tepati.contract.catalog.CatalogPublisher;
import id.tepati.contract.catalog.CatalogSnapshot;
import java.time.Duration;
import java.time.Instant;

/** The catalogue that the feed reads. What is known at an instant was published a delay before it. Thread-safe. */
public final class FeedCatalogue implements PublishedCatalogue {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CatalogFeed feed;
    private volatile Edition newest;

    /** Follows a feed, which stays its owner's. */
    public FeedCatalogue(CatalogFeed feed) {
        this.feed = feed;
        this.newest = edition(feed.snapshot());
        feed.onChange(snapshot -> newest = edition(snapshot));
        this.newest = edition(feed.snapshot());
    }

    private static Edition edition(CatalogSnapshot snapshot) {
        return new Edition(snapshot.catalogue(), snapshot.entries().size());
    }

    @Override
    public Edition newest() {
        return newest;
    }

    @Override
    public Edition reaching(Instant recordTime) {
        Instant published = recordTime.minus(CatalogPublisher.PUBLICATION_DELAY);
        if (feed.readUpTo().isBefore(published) && !feed.awaitReadUpTo(published, PATIENCE)) {
            throw new IllegalStateException("The catalogue could not be read up to " + published + " within "
                    + PATIENCE.toSeconds() + " s: check that the broker answers.");
        }
        return newest;
    }
}
