/**
 * Measures the pipeline against the least that a job on the same broker could do.
 */
@NullMarked
package id.tepati.standalone.bench;

import org.jspecify.annotations.NullMarked;
