package id.tepati.pipeline.app;

import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the events of one case as a producer would. */
public record Case(String unit, String service, String id) {
    public static final String SOURCE = "loket-1";

    private static final EventWriter WRITER = new EventWriter();

    public static Case izin(String id) {
        return new Case(City.DINAS, City.IZIN, id);
    }

    public static Case aduan(String id) {
        return new Case(City.DINAS, City.ADUAN, id);
    }

    public byte[] event(EventType type, String eventId, Instant time, Map<String, ?> more) {
        return event(type, eventId, time, null, more);
    }

    public byte[] event(EventType type, String eventId, Instant time, @Nullable String sequence, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", unit);
        if (type != EventType.EVENT_VOIDED && type != EventType.SOURCE_HEARTBEAT) {
            data.put("service", service);
        }
        if (type != EventType.SOURCE_HEARTBEAT) {
            data.put("case", id);
        }
        data.putAll(more);
        return WRITER.write(new OutgoingEvent(type, eventId, SOURCE, time, sequence, data));
    }

    public byte[] submitted(String eventId, Instant time) {
        return event(EventType.APPLICATION_SUBMITTED, eventId, time, Map.of());
    }

    public byte[] accepted(String eventId, Instant time) {
        return event(EventType.APPLICATION_ACCEPTED, eventId, time, Map.of());
    }

    public byte[] decided(String eventId, Instant time) {
        return decided(eventId, time, null);
    }

    public byte[] decided(String eventId, Instant time, @Nullable String sequence) {
        return event(EventType.APPLICATION_DECIDED, eventId, time, sequence, Map.of("outcome", "granted"));
    }

    public byte[] voided(String eventId, Instant time, String voidedId) {
        return event(
                EventType.EVENT_VOIDED,
                eventId,
                time,
                Map.of("voids", Map.of("source", SOURCE, "id", voidedId), "reason", "salah-input"));
    }

    public byte[] received(String eventId, Instant time) {
        return event(EventType.COMPLAINT_RECEIVED, eventId, time, Map.of());
    }

    public byte[] closed(String eventId, Instant time) {
        return event(EventType.COMPLAINT_CLOSED, eventId, time, Map.of("outcome", "resolved"));
    }

    public byte[] heartbeat(String eventId, Instant time) {
        return event(EventType.SOURCE_HEARTBEAT, eventId, time, Map.of());
    }
}
