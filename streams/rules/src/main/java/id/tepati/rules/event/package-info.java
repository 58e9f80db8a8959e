/**
 * What happened: the events of a case, their identity and their order.
 */
@NullMarked
package id.tepati.rules.event;

import org.jspecify.annotations.NullMarked;
