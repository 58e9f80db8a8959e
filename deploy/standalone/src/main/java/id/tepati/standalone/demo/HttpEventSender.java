package id.tepati.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.client.EventBody;
import id.tepati.client.EventReceipt;
import id.tepati.client.TepatiClient;
import id.tepati.contract.event.ImportBatch;
import id.tepati.standalone.demo.city.CityEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Sends events to a running server over HTTP, and asks it how far it is. Thread-safe. */
final class HttpEventSender implements EventSender {
    private static final int AT_ONCE = 500;

    private final TepatiClient server;
    private final AtomicLong sent = new AtomicLong();

    HttpEventSender(TepatiClient server) {
        this.server = server;
    }

    /** Publishes the files of a catalogue and answers from when on it is known. */
    Optional<Instant> publish(Map<String, String> files) {
        return Optional.ofNullable(server.publish(files).knownFrom());
    }

    @Override
    public void send(List<CityEvent> events) {
        send(events, server::events);
    }

    /** Sends the events of one import. */
    EventSender of(ImportBatch batch) {
        return events -> send(events, body -> server.events(body, batch));
    }

    private void send(List<CityEvent> events, Function<EventBody, EventReceipt> post) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            List<CityEvent> some = events.subList(from, Math.min(events.size(), from + AT_ONCE));
            EventReceipt receipt = post.apply(
                    EventBody.lines(some.stream().map(CityEvent::event).toList()));
            if (!receipt.rejected().isEmpty()) {
                throw new DemoException("The gateway refused an invented event: "
                        + receipt.rejected().get(0));
            }
            sent.addAndGet(some.size());
        }
    }

    /** How many events were taken from here. */
    long sent() {
        return sent.get();
    }

    /** How many events the pipeline has been through, from all sources and since ever. */
    long judged() {
        return server.status().received();
    }

    /** Whether anything is counted for a unit and those below it. */
    boolean hasFigures(String unit) {
        for (JsonNode row : server.compliance(Map.of("subtree", "true", "unit", unit))) {
            if (row.path("opened").asLong() > 0) {
                return true;
            }
        }
        return false;
    }
}
