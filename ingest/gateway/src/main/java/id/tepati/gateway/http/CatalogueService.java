package id.tepati.gateway.http;

import id.tepati.access.http.ChangeNotes;
import id.tepati.contract.catalogue.CatalogueDiff;
import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.Draft;
import id.tepati.contract.catalogue.draft.CatalogueReading;
import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.catalogue.feed.CataloguePublisher;
import id.tepati.contract.catalogue.json.DiffText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks, compares and publishes catalogues. Checking and comparing is thread-safe; publish one at a time. */
final class CatalogueService {
    private static final Duration READ_WITHIN = Duration.ofSeconds(10);

    private final CatalogueFeed feed;
    private final Supplier<CataloguePublisher> publishers;
    private final Clock clock;

    CatalogueService(CatalogueFeed feed, Supplier<CataloguePublisher> publishers, Clock clock) {
        this.feed = feed;
        this.publishers = publishers;
        this.clock = clock;
    }

    CatalogueAnswer check(PostedCatalogue catalogue) {
        return read(
                catalogue,
                feed.snapshot(),
                draft -> new CatalogueAnswer.Fine(draft.entries().size()));
    }

    CatalogueAnswer diff(PostedCatalogue catalogue) {
        CatalogueSnapshot published = feed.snapshot();
        return read(catalogue, published, draft -> {
            CatalogueDiff diff = CatalogueDiff.between(published.entries(), draft);
            return new CatalogueAnswer.Compared(
                    diff.added().size(), diff.changed().size(), diff.unchanged().size(), DiffText.of(diff));
        });
    }

    /**
     * Publishes, and returns when this process has read it and it is known: events that are sent now are judged by
     * it. What is published already is not published again.
     *
     * @param note told what is about to be published, before it is
     * @return empty if it could not be read back in time: apply it again
     * @throws id.tepati.contract.catalogue.feed.CatalogueFeedException if it cannot be published
     */
    Optional<CatalogueAnswer> apply(PostedCatalogue catalogue, ChangeNotes.Note note) {
        if (!feed.awaitReadUpTo(clock.instant(), READ_WITHIN)) {
            return Optional.empty();
        }
        CatalogueSnapshot published = feed.snapshot();
        CatalogueReading reading = catalogue.read(published, clock.instant());
        if (reading instanceof CatalogueReading.Refused refused) {
            return Optional.of(new CatalogueAnswer.Refused(refused.problems()));
        }
        Draft draft = ((CatalogueReading.Accepted) reading).draft();
        return apply(CatalogueDiff.between(published.entries(), draft), note);
    }

    private Optional<CatalogueAnswer> apply(CatalogueDiff diff, ChangeNotes.Note note) {
        Optional<Instant> knownFrom = Stream.concat(publish(diff, note).stream(), diff.unchanged().stream())
                .map(CatalogueEntry::knownFrom)
                .max(Comparator.naturalOrder());
        if (knownFrom.isPresent()
                && !feed.awaitReadUpTo(knownFrom.get(), CataloguePublisher.PUBLICATION_DELAY.plus(READ_WITHIN))) {
            return Optional.empty();
        }
        return Optional.of(new CatalogueAnswer.Applied(
                diff.added().size(),
                diff.changed().size(),
                diff.unchanged().size(),
                knownFrom.map(Instant::toString).orElse(null)));
    }

    private List<CatalogueEntry> publish(CatalogueDiff diff, ChangeNotes.Note note) {
        if (diff.isEmpty()) {
            return List.of();
        }
        note.write(
                "publish",
                "catalogue",
                Map.of("added", diff.added().size(), "changed", diff.changed().size(), "what", DiffText.of(diff)));
        try (CataloguePublisher publisher = publishers.get()) {
            return publisher.publish(diff);
        }
    }

    private CatalogueAnswer read(
            PostedCatalogue catalogue, CatalogueSnapshot published, Function<Draft, CatalogueAnswer> accepted) {
        CatalogueReading reading = catalogue.read(published, clock.instant());
        return reading instanceof CatalogueReading.Accepted it
                ? accepted.apply(it.draft())
                : new CatalogueAnswer.Refused(((CatalogueReading.Refused) reading).problems());
    }
}
