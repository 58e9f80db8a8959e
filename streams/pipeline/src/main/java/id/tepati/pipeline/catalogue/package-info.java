/**
 * The catalogue as the tasks read it: its newest edition, and one that reaches up to the record at hand.
 */
@NullMarked
package id.tepati.pipeline.catalogue;

import org.jspecify.annotations.NullMarked;
