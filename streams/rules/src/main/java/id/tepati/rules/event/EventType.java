package id.tepati.rules.event;

import static id.tepati.rules.event.EventFamily.APPLICATION;
import static id.tepati.rules.event.EventFamily.COMPLAINT;
import static id.tepati.rules.event.EventFamily.NONE;
import static id.tepati.rules.event.EventFamily.TICKET;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every type of event, in the order of its life cycle: where two events of a case bear the same instant, the one
 * listed first happened first.
 */
public enum EventType {
    TICKET_BOOKED(TICKET, "ticket.booked"),
    TICKET_CHECKED_IN(TICKET, "ticket.checked-in"),
    TICKET_ISSUED(TICKET, "ticket.issued"),
    TICKET_CALLED(TICKET, "ticket.called"),
    TICKET_RECALLED(TICKET, "ticket.recalled"),
    TICKET_PARKED(TICKET, "ticket.parked"),
    TICKET_REQUEUED(TICKET, "ticket.requeued"),
    TICKET_TRANSFERRED(TICKET, "ticket.transferred"),
    TICKET_SERVED(TICKET, "ticket.served"),
    TICKET_NO_SHOW(TICKET, "ticket.no-show"),
    TICKET_ABANDONED(TICKET, "ticket.abandoned"),
    APPLICATION_SUBMITTED(APPLICATION, "application.submitted"),
    APPLICATION_ACCEPTED(APPLICATION, "application.accepted"),
    APPLICATION_RETURNED(APPLICATION, "application.returned"),
    APPLICATION_RESUBMITTED(APPLICATION, "application.resubmitted"),
    APPLICATION_EXTENDED(APPLICATION, "application.extended"),
    APPLICATION_DECIDED(APPLICATION, "application.decided"),
    APPLICATION_WITHDRAWN(APPLICATION, "application.withdrawn"),
    APPLICATION_REOPENED(APPLICATION, "application.reopened"),
    COMPLAINT_RECEIVED(COMPLAINT, "complaint.received"),
    COMPLAINT_VERIFIED(COMPLAINT, "complaint.verified"),
    COMPLAINT_FORWARDED(COMPLAINT, "complaint.forwarded"),
    COMPLAINT_RESPONDED(COMPLAINT, "complaint.responded"),
    COMPLAINT_AWAITING_COMPLAINANT(COMPLAINT, "complaint.awaiting-complainant"),
    COMPLAINT_REPLIED(COMPLAINT, "complaint.replied"),
    COMPLAINT_CLOSED(COMPLAINT, "complaint.closed"),
    COMPLAINT_REOPENED(COMPLAINT, "complaint.reopened"),
    EVENT_VOIDED(NONE, "event.voided"),
    SOURCE_HEARTBEAT(NONE, "source.heartbeat");

    private static final String PREFIX = "id.tepati.";
    private static final String VERSION = ".v1";
    private static final Map<String, EventType> BY_WIRE_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private final EventFamily family;
    private final String shortName;
    private final String wireName;

    EventType(EventFamily family, String shortName) {
        this.family = family;
        this.shortName = shortName;
        this.wireName = PREFIX + shortName + VERSION;
    }

    /** The type with the given CloudEvents {@code type}, for instance {@code id.tepati.application.submitted.v1}. */
    public static Optional<EventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The type with the given short name, for instance {@code application.submitted}. */
    public static Optional<EventType> ofShortName(String shortName) {
        return ofWireName(PREFIX + shortName + VERSION);
    }

    /** The life cycle it belongs to. */
    public EventFamily family() {
        return family;
    }

    /** The name without prefix and version, for instance {@code application.submitted}. */
    public String shortName() {
        return shortName;
    }

    /** The CloudEvents {@code type}. */
    public String wireName() {
        return wireName;
    }

    /** Whether it can open its family's life cycle: the earliest such event of a case does. */
    public boolean opens() {
        return switch (this) {
            case TICKET_BOOKED,
                    TICKET_CHECKED_IN,
                    TICKET_ISSUED,
                    APPLICATION_SUBMITTED,
                    APPLICATION_ACCEPTED,
                    COMPLAINT_RECEIVED -> true;
            default -> false;
        };
    }

    /**
     * Whether it ends its family's life cycle: a file or a complaint until a reopening, a ticket until it is queued
     * again; {@code served} ends but one stage of it.
     */
    public boolean isTerminal() {
        return switch (this) {
            case TICKET_SERVED,
                    TICKET_NO_SHOW,
                    TICKET_ABANDONED,
                    APPLICATION_DECIDED,
                    APPLICATION_WITHDRAWN,
                    COMPLAINT_CLOSED -> true;
            default -> false;
        };
    }

    /** Whether it takes up an ended life cycle again. */
    public boolean reopens() {
        return this == APPLICATION_REOPENED || this == COMPLAINT_REOPENED;
    }
}
