/**
 * The HTTP door: takes events and the catalogue in and answers once Kafka has them.
 *
 * <p>The way of a request with events: {@code RequestGate} gives it a place among those {@code InFlight} or sends it away;
 * {@code EventsHandler} checks its {@code Query} and {@code BodyForm}, {@code BodyReader} reads it up to a limit,
 * {@code BodySplitter} cuts it into events ({@code Split}); {@code EventRates} holds its producer to
 * its rate; {@code IntakeCheck} checks each against the {@code CurrentRegister} and the {@code SendingRight} of its sender, and
 * addresses its record, or that of its dead letter ({@code Intake}); {@code RecordSender} sends
 * them, and {@code Acknowledgement} knows when Kafka has all of them.
 *
 * <p>A catalogue goes through {@code CatalogueHandler} as a {@code PostedCatalogue} to {@code CatalogueService}, by its
 * {@code CatalogueMode}, and comes back as a {@code CatalogueAnswer}.
 *
 * <p>Dead letters are sent again, or dismissed, through {@code LettersHandler} by {@link id.tepati.gateway.replay}.
 *
 * <p>What is not taken is told as a {@code GatewayProblem}; what goes wrong on our side by {@code FailureResponses}, which logs
 * through {@code QuietLog}. {@link id.tepati.gateway.http.Gateway} wires all of it.
 */
@NullMarked
package id.tepati.gateway.http;

import org.jspecify.annotations.NullMarked;
