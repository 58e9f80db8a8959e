package id.tepati.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.rules.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What Tepati's peers read of an event; they check nothing, which is in their favour. */
record PeerEvent(String source, String id, EventType type, Instant time, String unit, String service, String caseId) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static PeerEvent read(byte[] structuredJson) {
        try {
            JsonNode event = JSON.readTree(structuredJson);
            JsonNode data = event.path("data");
            return new PeerEvent(
                    event.path("source").asText(),
                    event.path("id").asText(),
                    EventType.ofWireName(event.path("type").asText()).orElseThrow(),
                    Instant.parse(event.path("time").asText()),
                    data.path("unit").asText(),
                    data.path("service").asText(),
                    data.path("case").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
