/**
 * The events that units send: one table of their fields, the checks that gateway and pipeline share, and their JSON.
 *
 * <p>The way of an event: {@link id.tepati.contract.event.EventReader} takes bytes. {@code StrictJson} and {@code JsonNodes}
 * parse them to a {@code RawEvent}, which is the same for structured and binary mode; its attributes are checked to an
 * {@code Envelope} ({@code Rfc3339}, {@code Texts}), its data to {@code EventData} by what {@code EventTable} says of the
 * fields of its type ({@code DataField}, {@code ValueKind}, {@code FieldValues}). A
 * {@link id.tepati.contract.event.Register}, in production a {@link id.tepati.contract.event.CatalogueRegister}, knows the
 * units and services; {@code EventTimeCheck} weighs what the event says of times. {@code CanonicalJson} and
 * {@link id.tepati.contract.event.Sha256} give its content a digest.
 *
 * <p>The answer is a {@link id.tepati.contract.event.Checked}: an {@link id.tepati.contract.event.IncomingEvent}, or a
 * {@link id.tepati.contract.event.Rejection} with a {@link id.tepati.contract.event.RejectCode} and the
 * {@link id.tepati.contract.event.RefusedEventDetails} that may be told of it. {@code Refusal} ends the checks within the package.
 * {@code PersonalData} finds a NIK or a phone number in identifiers, {@link id.tepati.contract.event.Masking} hides
 * them in texts.
 *
 * <p>The other way: {@link id.tepati.contract.event.EventWriter} writes an
 * {@link id.tepati.contract.event.OutgoingEvent} as a producer would. Beside the event a record may name its
 * {@link id.tepati.contract.event.ImportBatch}.
 */
@NullMarked
package id.tepati.contract.event;

import org.jspecify.annotations.NullMarked;
