package id.tepati.client;

import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Events as the body of one request. A gateway takes 1,000 events and 1 MiB at once, at most. */
public final class EventBody {
    private static final EventWriter WRITER = new EventWriter();

    private final String type;
    private final byte[] bytes;

    private EventBody(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** Events, one a line. */
    public static EventBody lines(List<OutgoingEvent> events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (OutgoingEvent event : events) {
            lines.writeBytes(WRITER.write(event));
            lines.write('\n');
        }
        return new EventBody("application/x-ndjson", lines.toByteArray());
    }

    /** Events that are written already, as an array of JSON. */
    public static EventBody array(byte[] json) {
        return new EventBody("application/cloudevents-batch+json", json.clone());
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
