/**
 * The events that units send: one table of their fields, the checks that gateway and pipeline share, and their JSON.
 */
@NullMarked
package id.tepati.contract.event;

import org.jspecify.annotations.NullMarked;
