package id.tepati.standalone.demo.city;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.ServiceId;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the events of one case, told by one source. Not thread-safe. */
final class CaseStory {
    private final String source;
    private final Map<String, String> whose;
    private final String caseId;
    private final List<OutgoingEvent> events = new ArrayList<>();

    /**
     * A case without events yet.
     *
     * @param desk kind of the source: loket, aduan, ...
     */
    CaseStory(String desk, Office office, ServiceId service, String caseId) {
        this.source = desk + "/" + office.id();
        this.caseId = caseId;
        this.whose = Map.of("unit", office.id(), "service", service.value(), "case", caseId);
    }

    CaseStory tell(EventType type, Instant at) {
        return tell(type, at, Map.of());
    }

    CaseStory tell(EventType type, Instant at, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String name : List.of("unit", "service", "case")) {
            data.put(name, whose.getOrDefault(name, ""));
        }
        data.putAll(more);
        String id = caseId + "/" + (events.size() + 1);
        events.add(new OutgoingEvent(type, id, source, at, null, data));
        return this;
    }

    List<OutgoingEvent> events() {
        return List.copyOf(events);
    }
}
