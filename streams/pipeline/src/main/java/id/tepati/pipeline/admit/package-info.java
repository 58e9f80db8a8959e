/**
 * The way in: decoding, checks, and the key a record must have.
 */
@NullMarked
package id.tepati.pipeline.admit;

import org.jspecify.annotations.NullMarked;
