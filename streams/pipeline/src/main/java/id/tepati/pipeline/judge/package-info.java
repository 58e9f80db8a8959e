/**
 * Cases: their events, their judgement, and what they add to the tallies.
 */
@NullMarked
package id.tepati.pipeline.judge;

import org.jspecify.annotations.NullMarked;
