package id.tepati.rules.event;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event of a case, checked and without anything personal.
 *
 * @param type what happened
 * @param time when it happened, exact to the microsecond
 * @param identity what makes it the same event as another record
 * @param sequence which of two events with one identity corrects the other
 * @param content hash of type, time and data in canonical form (RFC 8785)
 * @param service the service it belongs to; null only for {@link EventType#EVENT_VOIDED}
 * @param details what else it says
 */
public record CaseEvent(
        EventType type,
        Instant time,
        EventIdentity identity,
        Sequence sequence,
        Digest content,
        @Nullable ServiceId service,
        Details details) {

    /** The order of events within a case: time, rank in the life cycle, source, id. */
    public static final Comparator<CaseEvent> CASE_ORDER =
            Comparator.comparing(CaseEvent::time).thenComparing(CaseEvent::type).thenComparing(CaseEvent::identity);

    /** Of two events with one identity the greater one counts: larger sequence, then smaller content hash. */
    public static final Comparator<CaseEvent> PRECEDENCE =
            Comparator.comparing(CaseEvent::sequence).thenComparing(CaseEvent::content, Comparator.reverseOrder());

    /** The identity of the event that this one takes back, if it is a void. */
    public Optional<EventIdentity> voids() {
        return details.get(Field.VOIDS_SOURCE)
                .flatMap(source -> details.get(Field.VOIDS_ID).map(id -> new EventIdentity(source, Digest.parse(id))));
    }

    /** The same event with other details. */
    public CaseEvent with(Details others) {
        return new CaseEvent(type, time, identity, sequence, content, service, others);
    }

    /** The stage of the visit that it belongs to. */
    public Stage stage() {
        return details.get(Field.STAGE).map(Stage::new).orElse(Stage.MAIN);
    }

    /** The local day of the unit to which an event of a ticket belongs; empty for other events. */
    public Optional<LocalDate> serviceDay() {
        return details.serviceDay();
    }

    /** The instant for which the visit was booked. */
    public Optional<Instant> appointment() {
        return details.get(Field.APPOINTMENT).map(Instant::parse);
    }
}
