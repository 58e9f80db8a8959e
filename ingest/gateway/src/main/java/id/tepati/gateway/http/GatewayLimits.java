package id.tepati.gateway.http;

import java.time.Duration;

/**
 * What the gateway bears.
 *
 * @param eventsInFlight events taken in and not yet acknowledged by Kafka, over all requests
 * @param bytesInFlight bodies being read or worked on, over all requests, in bytes
 * @param acknowledgedWithin how long Kafka may take to acknowledge a request
 */
public record GatewayLimits(int eventsInFlight, int bytesInFlight, Duration acknowledgedWithin) {
    /** Most events in a request. */
    public static final int EVENTS_A_REQUEST = 1_000;

    /** Largest body of a request with events, in bytes. */
    public static final int BYTES_A_REQUEST = 1024 * 1024;

    /** Largest event, in bytes: with its key it must fit into a record, which brokers limit to 1 MiB. */
    public static final int BYTES_AN_EVENT = 900 * 1024;

    /** Largest catalogue, in bytes. */
    public static final int BYTES_A_CATALOGUE = 8 * 1024 * 1024;

    /** Most files of a catalogue. */
    public static final int FILES_A_CATALOGUE = 200;

    /** Most dead letters in a request. */
    public static final int LETTERS_A_REQUEST = 1_000;

    /** Enough for 32 connections with full batches. */
    public static final GatewayLimits STANDARD = new GatewayLimits(50_000, 64 * 1024 * 1024, Duration.ofSeconds(15));

    /** Refuses limits under which no full request could ever be taken. */
    public GatewayLimits {
        if (eventsInFlight < EVENTS_A_REQUEST || bytesInFlight < BYTES_A_CATALOGUE) {
            throw new IllegalArgumentException(
                    "a full request must fit in: " + eventsInFlight + " events, " + bytesInFlight + " bytes in flight");
        }
    }
}
