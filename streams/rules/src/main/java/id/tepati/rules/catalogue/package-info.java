/**
 * What was promised: units, services, standards and their history, versioned by effect and by publication.
 */
@NullMarked
package id.tepati.rules.catalogue;

import org.jspecify.annotations.NullMarked;
