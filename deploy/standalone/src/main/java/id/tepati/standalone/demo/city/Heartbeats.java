package id.tepati.standalone.demo.city;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Signs of life of the sources, which say that nothing was left out where nothing happens. */
public final class Heartbeats {
    private static final int BEFORE_IT_FELL_SILENT = 30;

    private Heartbeats() {}

    /** One of each source that can send one now: not of the office that fell silent, nor of the one offline by day. */
    public static List<CityEvent> of(City city, Instant at) {
        return city.offices().stream()
                .filter(office -> office.connection() == OfficeConnection.ONLINE)
                .flatMap(office -> of(office, at))
                .map(event -> new CityEvent(at, event))
                .toList();
    }

    /** The last ones of an office before it fell silent. */
    static Stream<OutgoingEvent> last(City city, Office office) {
        return of(office, city.silentFrom().minusSeconds(BEFORE_IT_FELL_SILENT));
    }

    private static Stream<OutgoingEvent> of(Office office, Instant at) {
        TreeSet<String> sources = new TreeSet<>();
        Demand.of(office)
                .forEach(demand -> sources.add(CaseEventLog.source(demand.kind().desk(), office)));
        DemoQueue.of(office).forEach(queue -> sources.add(CaseEventLog.source(CaseEventLog.QUEUE_DESK, office)));
        return sources.stream().map(source -> heartbeat(office, source, at));
    }

    private static OutgoingEvent heartbeat(Office office, String source, Instant at) {
        return new OutgoingEvent(
                EventType.SOURCE_HEARTBEAT,
                "hidup/" + at.getEpochSecond(),
                source,
                at,
                null,
                Map.of("unit", office.id()));
    }
}
