package id.tepati.pipeline.catalogue;

import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.catalogue.feed.CataloguePublisher;
import java.time.Duration;
import java.time.Instant;

/** The catalogue that the feed reads. What is known at an instant was published a delay before it. Thread-safe. */
public final class FeedCatalogue implements PublishedCatalogue {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CatalogueFeed feed;
    private final NewestEdition newest;

    /** Follows a feed, which stays its owner's. */
    public FeedCatalogue(CatalogueFeed feed) {
        this.feed = feed;
        this.newest = new NewestEdition(feed.snapshot());
        feed.onChange(newest::offer);
        // what came before the feed knew of the listener
        newest.offer(feed.snapshot());
    }

    @Override
    public Edition newest() {
        return newest.get();
    }

    @Override
    public Edition reaching(Instant recordTime) {
        Instant published = recordTime.minus(CataloguePublisher.PUBLICATION_DELAY);
        if (feed.readUpTo().isBefore(published) && !feed.awaitReadUpTo(published, TIMEOUT)) {
            throw new IllegalStateException("The catalogue could not be read up to " + published + " within "
                    + TIMEOUT.toSeconds() + " s: check that the broker answers.");
        }
        return newest.get();
    }
}
