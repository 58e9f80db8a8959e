/** The HTTP door: takes events and the catalogue in and answers once Kafka has them. */
@NullMarked
package id.tepati.gateway.http;

import org.jspecify.annotations.NullMarked;
