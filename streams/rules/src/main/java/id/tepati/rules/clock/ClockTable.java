package id.tepati.rules.clock;

import static id.tepati.rules.clock.Action.CANCEL;
import static id.tepati.rules.clock.Action.PAUSE;
import static id.tepati.rules.clock.Action.REOPEN;
import static id.tepati.rules.clock.Action.RESUME;
import static id.tepati.rules.clock.Action.START;
import static id.tepati.rules.clock.Action.START_OR_RESUME;
import static id.tepati.rules.clock.Action.START_UNLESS_ACCEPTED;
import static id.tepati.rules.clock.Action.STOP;
import static id.tepati.rules.clock.Action.STOP_IF_FINAL;
import static id.tepati.rules.clock.Action.STOP_OR_CANCEL;
import static id.tepati.rules.event.EventType.APPLICATION_ACCEPTED;
import static id.tepati.rules.event.EventType.APPLICATION_DECIDED;
import static id.tepati.rules.event.EventType.APPLICATION_REOPENED;
import static id.tepati.rules.event.EventType.APPLICATION_RESUBMITTED;
import static id.tepati.rules.event.EventType.APPLICATION_RETURNED;
import static id.tepati.rules.event.EventType.APPLICATION_SUBMITTED;
import static id.tepati.rules.event.EventType.APPLICATION_WITHDRAWN;
import static id.tepati.rules.event.EventType.COMPLAINT_AWAITING_COMPLAINANT;
import static id.tepati.rules.event.EventType.COMPLAINT_CLOSED;
import static id.tepati.rules.event.EventType.COMPLAINT_FORWARDED;
import static id.tepati.rules.event.EventType.COMPLAINT_RECEIVED;
import static id.tepati.rules.event.EventType.COMPLAINT_REOPENED;
import static id.tepati.rules.event.EventType.COMPLAINT_REPLIED;
import static id.tepati.rules.event.EventType.COMPLAINT_RESPONDED;
import static id.tepati.rules.event.EventType.COMPLAINT_VERIFIED;

import id.tepati.rules.event.EventType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which event of a file or a complaint does what to which clock. Tickets are followed by {@link TicketVisit}. */
final class ClockTable {
    private static final Map<EventType, List<Effect>> EFFECTS = new EnumMap<>(EventType.class);

    /** An action on a clock. */
    record Effect(ClockKind clock, Action action) {}

    static {
        clock(ClockKind.FILE_CHECK)
                .on(APPLICATION_SUBMITTED, START)
                .on(APPLICATION_RESUBMITTED, START_UNLESS_ACCEPTED)
                .on(APPLICATION_ACCEPTED, STOP)
                .on(APPLICATION_RETURNED, STOP)
                .on(APPLICATION_DECIDED, STOP)
                .on(APPLICATION_WITHDRAWN, CANCEL);
        clock(ClockKind.COMPLETION)
                .on(APPLICATION_ACCEPTED, START_OR_RESUME)
                .on(APPLICATION_RETURNED, PAUSE)
                .on(APPLICATION_RESUBMITTED, RESUME)
                .on(APPLICATION_DECIDED, STOP)
                .on(APPLICATION_WITHDRAWN, CANCEL)
                .on(APPLICATION_REOPENED, REOPEN);
        clock(ClockKind.VERIFICATION)
                .on(COMPLAINT_RECEIVED, START)
                .on(COMPLAINT_VERIFIED, STOP)
                .on(COMPLAINT_FORWARDED, STOP)
                .on(COMPLAINT_CLOSED, STOP_OR_CANCEL);
        clock(ClockKind.FIRST_RESPONSE)
                .on(COMPLAINT_RECEIVED, START)
                .on(COMPLAINT_RESPONDED, STOP)
                .on(COMPLAINT_CLOSED, STOP_OR_CANCEL);
        clock(ClockKind.RESOLUTION)
                .on(COMPLAINT_RECEIVED, START)
                .on(COMPLAINT_RESPONDED, STOP_IF_FINAL)
                .on(COMPLAINT_AWAITING_COMPLAINANT, PAUSE)
                .on(COMPLAINT_REPLIED, RESUME)
                .on(COMPLAINT_CLOSED, STOP_OR_CANCEL)
                .on(COMPLAINT_REOPENED, REOPEN);
    }

    private ClockTable() {}

    /** What an event of the type may do, clock by clock. */
    static List<Effect> effectsOf(EventType type) {
        return Optional.ofNullable(EFFECTS.get(type)).orElse(List.of());
    }

    private static Row clock(ClockKind clock) {
        return new Row(clock);
    }

    private record Row(ClockKind clock) {
        Row on(EventType type, Action action) {
            EFFECTS.computeIfAbsent(type, absent -> new java.util.ArrayList<>()).add(new Effect(clock, action));
            return this;
        }
    }
}
