/** Hands a running Kafka broker, and a running PostgreSQL, to the tests of every module. */
@NullMarked
package id.tepati.broker.testing;

import org.jspecify.annotations.NullMarked;
