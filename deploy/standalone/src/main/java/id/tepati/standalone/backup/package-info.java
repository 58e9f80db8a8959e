/**
 * Copies what a stopped server keeps to somewhere else, with checksums, and puts it back.
 */
@NullMarked
package id.tepati.standalone.backup;

import org.jspecify.annotations.NullMarked;
