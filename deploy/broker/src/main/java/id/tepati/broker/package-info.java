/** A Kafka broker inside this JVM, for one small server without a cluster of its own, and for tests. */
@NullMarked
package id.tepati.broker;

import org.jspecify.annotations.NullMarked;
