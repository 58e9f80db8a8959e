/**
 * Catalogue entries as JSON: the values of the catalogue topic.
 *
 * <p>{@link id.tepati.contract.catalogue.json.CatalogueJson} writes and reads an entry, with one class for the part of each
 * kind; {@link id.tepati.contract.catalogue.json.DiffText} tells a difference field by field, as JSON names the fields.
 */
@NullMarked
package id.tepati.contract.catalogue.json;

import org.jspecify.annotations.NullMarked;
