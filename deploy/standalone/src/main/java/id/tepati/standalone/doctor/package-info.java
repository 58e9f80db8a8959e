/**
 * Looks for what keeps Tepati from running well on this machine, on a Kafka cluster, or in a running server.
 */
@NullMarked
package id.tepati.standalone.doctor;

import org.jspecify.annotations.NullMarked;
