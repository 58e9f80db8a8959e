package id.tepati.rules.event;

import id.tepati.rules.CaseId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The number of a ticket, which names it among those of its unit for one service day.
 *
 * @param lane the queue it stands in; null where the unit has one queue
 * @param number as printed on the ticket, for instance {@code A012}
 */
public record TicketNumber(@Nullable String lane, String number, LocalDate serviceDay) {
    /** The number that an event of a ticket bears, if it bears one. */
    public static Optional<TicketNumber> of(CaseEvent event) {
        return event.details()
                .get(Field.NUMBER)
                .map(number -> new TicketNumber(
                        event.details().get(Field.LANE).orElse(null),
                        number,
                        event.serviceDay().orElseThrow()));
    }

    /**
     * The tickets that a case says are its own: those of the numbers that were issued to it. Displays that know numbers
     * only send events of these.
     */
    public static NavigableSet<CaseId> issuedTo(CaseId id, CaseFile file) {
        if (!file.hasTicket()) {
            return Collections.emptyNavigableSet();
        }
        NavigableSet<CaseId> numbers = new TreeSet<>();
        for (CaseEvent event : file.standing()) {
            if (event.type() == EventType.TICKET_ISSUED) {
                of(event)
                        .map(TicketNumber::caseId)
                        .filter(number -> !number.equals(id))
                        .ifPresent(numbers::add);
            }
        }
        return numbers;
    }

    /** The id of the ticket where no case is named: {@code lane-number-serviceDay}. */
    public CaseId caseId() {
        String ofDay = number + "-" + serviceDay;
        return new CaseId(lane == null ? ofDay : lane + "-" + ofDay);
    }
}
