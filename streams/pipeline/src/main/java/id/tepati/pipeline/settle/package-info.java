/**
 * Days that have settled, and what changes of them all the same.
 */
@NullMarked
package id.tepati.pipeline.settle;

import org.jspecify.annotations.NullMarked;
