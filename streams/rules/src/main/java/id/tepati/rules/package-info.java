/**
 * The domain of Tepati in plain Java: no Kafka, no clock, no I/O. Everything here is immutable and thread-safe.
 *
 * <p>The way through the packages: {@code event} is what happened, {@code calendar} and {@code catalogue} what was
 * promised, {@code clock} what the events measure, {@code judge} whether the promise was kept, {@code tally} what that
 * adds to the figures of a unit and when they are final, {@code statistics} the sums, {@code standing} how a unit stands
 * by them, and {@code source} whether anybody still reports.
 */
@NullMarked
package id.tepati.rules;

import org.jspecify.annotations.NullMarked;
