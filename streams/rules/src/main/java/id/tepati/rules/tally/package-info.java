/**
 * What a case adds to the figures of its unit, and the figures themselves.
 */
@NullMarked
package id.tepati.rules.tally;

import org.jspecify.annotations.NullMarked;
