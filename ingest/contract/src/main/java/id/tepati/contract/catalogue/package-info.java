/**
 * What a catalogue is outside the domain, in whatever form it comes.
 *
 * <p>A {@link id.tepati.contract.catalogue.CatalogueEntry} is one version of a calendar, unit, service or standard
 * ({@link id.tepati.contract.catalogue.EntryKind}). A {@link id.tepati.contract.catalogue.CatalogueSnapshot} holds all
 * that were published up to a moment, a {@link id.tepati.contract.catalogue.Draft} those that somebody wishes to publish,
 * and a {@link id.tepati.contract.catalogue.CatalogueDiff} what that would change.
 *
 * <p>The stories around it have packages of their own: {@code draft} reads and checks a folder of YAML, {@code json}
 * writes entries as records, {@code feed} publishes them on the topic and follows it.
 */
@NullMarked
package id.tepati.contract.catalogue;

import org.jspecify.annotations.NullMarked;
