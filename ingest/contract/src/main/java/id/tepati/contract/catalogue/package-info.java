/**
 * The catalogue outside the domain: YAML that people write, JSON records on the catalogue topic, what changed between
 * the two, and the feed that every role reads.
 */
@NullMarked
package id.tepati.contract.catalogue;

import org.jspecify.annotations.NullMarked;
