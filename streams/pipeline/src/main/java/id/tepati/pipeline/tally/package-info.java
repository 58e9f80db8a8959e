/**
 * The tallies of a unit.
 */
@NullMarked
package id.tepati.pipeline.tally;

import org.jspecify.annotations.NullMarked;
