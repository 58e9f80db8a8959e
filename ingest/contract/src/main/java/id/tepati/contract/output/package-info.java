/**
 * The records that Tepati writes for others to read, as versioned JSON. Readers ignore fields they do not know.
 */
@NullMarked
package id.tepati.contract.output;

import org.jspecify.annotations.NullMarked;
