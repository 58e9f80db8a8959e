package id.tepati.standalone.demo.city;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.ServiceId;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the events of one case or ticket, sent by one source. Not thread-safe. */
final class CaseEventLog {
    /** Kind of the source that tells of tickets. */
    static final String QUEUE_DESK = "antrean";

    private final String source;
    private final String name;
    private final Map<String, Object> whose;
    private final List<OutgoingEvent> events = new ArrayList<>();

    private CaseEventLog(String source, String name, Map<String, Object> whose) {
        this.source = source;
        this.name = name;
        this.whose = whose;
    }

    /**
     * A case without events yet.
     *
     * @param desk kind of the source: loket, aduan
     */
    static CaseEventLog ofCase(String desk, Office office, ServiceId service, String caseId) {
        Map<String, Object> whose = whose(office, service);
        whose.put("case", caseId);
        return new CaseEventLog(source(desk, office), caseId, whose);
    }

    /**
     * A ticket without events yet.
     *
     * @param serviceDay to which the number belongs, also where what happens to it goes on into the next one
     * @param number as it is called
     * @param name unique at the office, for the ids of its events
     */
    static CaseEventLog ofTicket(
            Office office, ServiceId service, LocalDate serviceDay, String lane, String number, String name) {
        Map<String, Object> whose = whose(office, service);
        whose.put("number", number);
        whose.put("lane", lane);
        whose.put("serviceDay", serviceDay.toString());
        return new CaseEventLog(source(QUEUE_DESK, office), name, whose);
    }

    static String source(String desk, Office office) {
        return desk + "/" + office.id();
    }

    private static Map<String, Object> whose(Office office, ServiceId service) {
        Map<String, Object> whose = new LinkedHashMap<>();
        whose.put("unit", office.id());
        whose.put("service", service.value());
        return whose;
    }

    void add(EventType type, Instant at) {
        add(type, at, Map.of());
    }

    void add(EventType type, Instant at, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(whose);
        data.putAll(more);
        events.add(new OutgoingEvent(type, name + "/" + (events.size() + 1), source, at, null, data));
    }

    List<OutgoingEvent> events() {
        return List.copyOf(events);
    }
}
