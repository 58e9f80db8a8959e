/**
 * What was promised: units, services, standards and their history, versioned by effect and by publication.
 */
@NullMarked
package id.tepati.rules.catalog;

import org.jspecify.annotations.NullMarked;
