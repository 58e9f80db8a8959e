package id.tepati.contract.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes events in structured JSON mode for producers. Does not check them: the reader does. Thread-safe. */
public final class EventWriter {
    private static final ObjectWriter JSON = new ObjectMapper().writer();

    /**
     * The event as JSON in UTF-8.
     *
     * @throws IllegalArgumentException if the data holds a value that has no JSON form
     */
    public byte[] write(OutgoingEvent event) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", event.id());
        envelope.put("source", event.source());
        envelope.put("type", event.type().wireName());
        envelope.put("time", event.time().toString());
        if (event.sequence() != null) {
            envelope.put("sequence", event.sequence());
        }
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", event.data());
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of an event holds a value that has no JSON form.", e);
        }
    }
}
