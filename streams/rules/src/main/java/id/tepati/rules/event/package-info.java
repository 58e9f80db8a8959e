/**
 * What happened: the events of a case and the file that they make.
 *
 * <p>The way through: a {@link id.tepati.rules.event.CaseEvent} has an {@link id.tepati.rules.event.EventType} of some
 * {@link id.tepati.rules.event.EventFamily}, and {@link id.tepati.rules.event.Details} by
 * {@link id.tepati.rules.event.Field}, a {@link id.tepati.rules.event.PromisedAt} among them. Its
 * {@link id.tepati.rules.event.EventIdentity} tells a repetition from a new event; of two with one identity
 * {@link id.tepati.rules.event.Sequence} and the {@link id.tepati.rules.event.Digest} of the content settle which counts. A
 * {@link id.tepati.rules.event.CaseFile} is the set of the events of one case, the same in whatever order they came. A
 * ticket is also known by its {@link id.tepati.rules.event.TicketNumber} of the service day; where one was issued to
 * several cases, {@link id.tepati.rules.event.NumberHolders} tells which of them an event under it belongs to.
 */
@NullMarked
package id.tepati.rules.event;

import org.jspecify.annotations.NullMarked;
