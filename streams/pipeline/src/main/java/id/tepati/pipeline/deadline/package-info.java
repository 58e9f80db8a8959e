/**
 * Absence as a signal: how far a task has come, and what falls due by then.
 */
@NullMarked
package id.tepati.pipeline.deadline;

import org.jspecify.annotations.NullMarked;
