package id.tepati.rules.event;

import id.tepati.rules.CaseId;
import java.time.LocalDate;
import java.util.List;
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
        NavigableSet<CaseId> numbers = new TreeSet<>();
        for (CaseEvent event : issues(file)) {
            of(event).map(TicketNumber::caseId).ifPresent(numbers::add);
        }
        numbers.remove(id);
        return numbers;
    }

    /** The issues of a number in a file, in case order; it is named by the id of its ticket without a case. */
    public static List<CaseEvent> issues(CaseId number, CaseFile file) {
        return issues(file).stream()
                .filter(event -> of(event)
                        .map(TicketNumber::caseId)
                        .filter(number::equals)
                        .isPresent())
                .toList();
    }

    private static List<CaseEvent> issues(CaseFile file) {
        return file.hasTicket()
                ? file.standing().stream()
                        .filter(event -> event.type() == EventType.TICKET_ISSUED)
                        .toList()
                : List.of();
    }

    /** The id of the ticket where no case is named: {@code lane-number-serviceDay}. */
    public CaseId caseId() {
        String ofDay = number + "-" + serviceDay;
        return new CaseId(lane == null ? ofDay : lane + "-" + ofDay);
    }
}
