package id.tepati.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.standalone.Api;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes down what happens in a city and sends it, each unit as a source of its own. */
final class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final List<String> unsent = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private int sent;

    Desk(Api api) {
        this.api = api;
    }

    /** What has not happened yet is left out. */
    void add(String type, Instant at, String unit, String service, String id, Map<String, ?> more) {
        if (at.isAfter(Instant.now())) {
            return;
        }
        Map<String, Object> data = new HashMap<>(more);
        data.putAll(Map.of("unit", unit, "service", service, "case", id));
        String event = "browser-" + sent++;
        ids.put(id + " " + type, event);
        take(event, "urn:loket:" + unit, type, at, data);
    }

    /** A sign of life of the unit's machine; it counts as no event. */
    void heartbeat(Instant at, String unit) {
        take("hidup-1", "urn:mesin:" + unit, "source.heartbeat", at, Map.of("unit", unit));
    }

    private void take(String id, String source, String type, Instant at, Map<String, ?> data) {
        Map<String, Object> event = Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                source,
                "type",
                "id.tepati." + type + ".v1",
                "time",
                at.toString(),
                "data",
                data);
        try {
            unsent.add(JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of the last event of this type in a case. */
    String idOf(String type, String caseId) {
        return ids.get(caseId + " " + type);
    }

    /** How many events there are, heartbeats left out. */
    int sent() {
        return sent;
    }

    /** Sends what was taken down as it happens. */
    void send() {
        send(Map.of());
    }

    /** Sends it as a register that is loaded. */
    void load() {
        load("a-month", unsent.size());
    }

    /** Sends it as a part of a register that has so many events in all. */
    void load(String register, int total) {
        send(Map.of("Tepati-Batch", register, "Tepati-Batch-Total", Integer.toString(total)));
    }

    private void send(Map<String, String> headers) {
        Api.Answer answer = api.post("/api/v1/events", "application/x-ndjson", String.join("\n", unsent), headers);
        assertThat(answer.body().path("accepted").asInt())
                .as(answer.body().toString())
                .isEqualTo(unsent.size());
        unsent.clear();
    }
}
