package id.tepati.standalone.bench;

import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.util.List;

/**
 * What is promised on the day of {@link PeersBench}: minutes by the wall clock from one event of a case to another, so
 * that a query or a window can tell whether it was kept.
 */
record PlainPromise(ClockKind clock, EventType from, EventType to, Duration within) {
    /** All of them. */
    static final List<PlainPromise> ALL = List.of(
            of(ClockKind.WAITING, EventType.TICKET_ISSUED, EventType.TICKET_CALLED, 30),
            of(ClockKind.SERVING, EventType.TICKET_CALLED, EventType.TICKET_SERVED, 30),
            of(ClockKind.FILE_CHECK, EventType.APPLICATION_SUBMITTED, EventType.APPLICATION_ACCEPTED, 60),
            of(ClockKind.COMPLETION, EventType.APPLICATION_ACCEPTED, EventType.APPLICATION_DECIDED, 180),
            of(ClockKind.RESOLUTION, EventType.COMPLAINT_RECEIVED, EventType.COMPLAINT_CLOSED, 240));

    private static PlainPromise of(ClockKind clock, EventType from, EventType to, int minutes) {
        return new PlainPromise(clock, from, to, Duration.ofMinutes(minutes));
    }

    String name() {
        return PromiseName.of(clock).value();
    }

    /** As a standard states it. */
    Promise promise() {
        return new Promise(clock, new Within.WallTime(within), null);
    }
}
