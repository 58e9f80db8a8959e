package id.tepati.pipeline.state;

import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.util.List;

/**
 * Numbers that stand for types, fields and topics in state. They are the positions in these lists: add at the end
 * only, never reorder, else state written before is read wrongly.
 */
final class EventCodes {
    static final List<EventType> TYPES = List.of(
            EventType.APPLICATION_SUBMITTED,
            EventType.APPLICATION_ACCEPTED,
            EventType.APPLICATION_RETURNED,
            EventType.APPLICATION_RESUBMITTED,
            EventType.APPLICATION_EXTENDED,
            EventType.APPLICATION_DECIDED,
            EventType.APPLICATION_WITHDRAWN,
            EventType.APPLICATION_REOPENED,
            EventType.COMPLAINT_RECEIVED,
            EventType.COMPLAINT_VERIFIED,
            EventType.COMPLAINT_FORWARDED,
            EventType.COMPLAINT_RESPONDED,
            EventType.COMPLAINT_AWAITING_COMPLAINANT,
            EventType.COMPLAINT_REPLIED,
            EventType.COMPLAINT_CLOSED,
            EventType.COMPLAINT_REOPENED,
            EventType.EVENT_VOIDED,
            EventType.TICKET_BOOKED,
            EventType.TICKET_CHECKED_IN,
            EventType.TICKET_ISSUED,
            EventType.TICKET_CALLED,
            EventType.TICKET_RECALLED,
            EventType.TICKET_PARKED,
            EventType.TICKET_REQUEUED,
            EventType.TICKET_TRANSFERRED,
            EventType.TICKET_SERVED,
            EventType.TICKET_NO_SHOW,
            EventType.TICKET_ABANDONED);

    static final List<Field> FIELDS = List.of(
            Field.PROMISED_AT,
            Field.TICKET,
            Field.MISSING,
            Field.UNTIL,
            Field.EXTRA_AMOUNT,
            Field.EXTRA_UNIT,
            Field.REASON,
            Field.OUTCOME,
            Field.CLASS,
            Field.CHANNEL,
            Field.VIA,
            Field.ANONYMOUS,
            Field.CONFIDENTIAL,
            Field.ABOUT,
            Field.TO_UNIT,
            Field.TO_CASE,
            Field.FINAL,
            Field.VOIDS_SOURCE,
            Field.VOIDS_ID,
            Field.NUMBER,
            Field.LANE,
            Field.STAGE,
            Field.SERVICE_DAY,
            Field.APPOINTMENT,
            Field.PRIORITY,
            Field.COUNTER,
            Field.TO_SERVICE,
            Field.TO_LANE);

    private EventCodes() {}

    static <T> int code(List<T> list, T value) {
        int code = list.indexOf(value);
        if (code < 0) {
            throw new IllegalStateException("no code for " + value + " in state; add it to the end of its list");
        }
        return code;
    }
}
