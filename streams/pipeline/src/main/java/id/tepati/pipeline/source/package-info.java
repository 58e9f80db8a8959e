/**
 * What each source sent, and what became of it.
 */
@NullMarked
package id.tepati.pipeline.source;

import org.jspecify.annotations.NullMarked;
