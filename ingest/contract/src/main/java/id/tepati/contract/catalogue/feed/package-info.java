/**
 * The catalogue topic: who writes it and how every role follows it.
 *
 * <p>{@link id.tepati.contract.catalogue.feed.CataloguePublisher} writes a difference in one transaction.
 * {@link id.tepati.contract.catalogue.feed.CatalogueFeed} is what one process knows: its {@code FeedThread} reads the
 * topic into an {@code EntryLog} and asks {@code CatalogueTopic} how far it goes.
 */
@NullMarked
package id.tepati.contract.catalogue.feed;

import org.jspecify.annotations.NullMarked;
