package id.tepati.gateway.http;

import id.tepati.contract.catalog.CatalogDiff;
import id.tepati.contract.catalog.CatalogEntry;
import id.tepati.contract.catalog.CatalogFeed;
import id.tepati.contract.catalog.CatalogPublisher;
import id.tepati.contract.catalog.CatalogReading;
import id.tepati.contract.catalog.CatalogSnapshot;
import id.tepati.contract.catalog.Draft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks, compares and publishes catalogues. Checking and comparing is thread-safe; publish one at a time. */
final class CatalogDesk {
    private static final Duration READ_WITHIN = Duration.ofSeconds(10);

    private final CatalogFeed feed;
    private final Supplier<CatalogPublisher> publishers;
    private final Clock clock;

    CatalogDesk(CatalogFeed feed, Supplier<CatalogPublisher> publishers, Clock clock) {
        this.feed = feed;
        this.publishers = publishers;
        this.clock = clock;
    }

    CatalogAnswer check(PostedCatalog catalog) {
        return read(
                catalog,
                feed.snapshot(),
                draft -> new CatalogAnswer.Fine(draft.entries().size()));
    }

    CatalogAnswer diff(PostedCatalog catalog) {
        CatalogSnapshot published = feed.snapshot();
        return read(catalog, published, draft -> {
            CatalogDiff diff = CatalogDiff.between(published.entries(), draft);
            return new CatalogAnswer.Compared(
                    diff.added().size(), diff.changed().size(), diff.unchanged().size(), diff.lines());
        });
    }

    /**
     * Publishes, and returns when this process has read it and it is known: events that are sent now are judged by
     * it. What is published already is not published again.
     *
     * @return empty if it could not be read back in time: apply it again
     * @throws id.tepati.contract.catalog.CatalogFeedException if it cannot be published
     */
    Optional<CatalogAnswer> apply(PostedCatalog catalog) {
        if (!feed.awaitReadUpTo(clock.instant(), READ_WITHIN)) {
            return Optional.empty();
        }
        CatalogSnapshot published = feed.snapshot();
        CatalogReading reading = catalog.read(published, clock.instant());
        if (reading instanceof CatalogReading.Refused refused) {
            return Optional.of(new CatalogAnswer.Refused(refused.problems()));
        }
        Draft draft = ((CatalogReading.Accepted) reading).draft();
        return apply(CatalogDiff.between(published.entries(), draft));
    }

    private Optional<CatalogAnswer> apply(CatalogDiff diff) {
        Optional<Instant> knownFrom = Stream.concat(publish(diff).stream(), diff.unchanged().stream())
                .map(CatalogEntry::knownFrom)
                .max(Comparator.naturalOrder());
        if (knownFrom.isPresent()
                && !feed.awaitReadUpTo(knownFrom.get(), CatalogPublisher.PUBLICATION_DELAY.plus(READ_WITHIN))) {
            return Optional.empty();
        }
        return Optional.of(new CatalogAnswer.Applied(
                diff.added().size(),
                diff.changed().size(),
                diff.unchanged().size(),
                knownFrom.map(Instant::toString).orElse(null)));
    }

    private List<CatalogEntry> publish(CatalogDiff diff) {
        if (diff.isEmpty()) {
            return List.of();
        }
        try (CatalogPublisher publisher = publishers.get()) {
            return publisher.publish(diff);
        }
    }

    private CatalogAnswer read(
            PostedCatalog catalog, CatalogSnapshot published, Function<Draft, CatalogAnswer> accepted) {
        CatalogReading reading = catalog.read(published, clock.instant());
        return reading instanceof CatalogReading.Accepted it
                ? accepted.apply(it.draft())
                : new CatalogAnswer.Refused(((CatalogReading.Refused) reading).problems());
    }
}
