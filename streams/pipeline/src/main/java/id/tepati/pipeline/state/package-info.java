/**
 * What a task keeps about cases and tallies, as versioned bytes.
 */
@NullMarked
package id.tepati.pipeline.state;

import org.jspecify.annotations.NullMarked;
