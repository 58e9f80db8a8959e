package id.tepati.standalone.demo.city;

import id.tepati.contract.event.OutgoingEvent;
import java.time.Instant;
import java.util.Comparator;

/**
 * One event of the city.
 *
 * @param sentAt when its source sends it; later than its own time where the source was offline
 */
public record CityEvent(Instant sentAt, OutgoingEvent event) {
    /** By sending; events that are sent at once in the order in which they happened. */
    public static final Comparator<CityEvent> AS_SENT = Comparator.comparing(CityEvent::sentAt)
            .thenComparing(sent -> sent.event().time())
            .thenComparing(sent -> sent.event().source())
            .thenComparing(sent -> sent.event().id());
}
