/**
 * The domain of Tepati in plain Java: no Kafka, no clock, no I/O. Everything here is immutable and thread-safe.
 */
@NullMarked
package id.tepati.rules;

import org.jspecify.annotations.NullMarked;
