/** Refused events: what their sender is told, and the dead letter that is kept. */
@NullMarked
package id.tepati.gateway.reject;

import org.jspecify.annotations.NullMarked;
