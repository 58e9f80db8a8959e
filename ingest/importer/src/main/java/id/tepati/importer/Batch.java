package id.tepati.importer;

import id.tepati.client.EventBody;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The events of one request: a JSON array of CloudEvents, and the row that each came from. */
final class Batch {
    private final byte[] body;
    private final List<Long> lines;

    private Batch(byte[] body, List<Long> lines) {
        this.body = body;
        this.lines = List.copyOf(lines);
    }

    /** Gathers events until the next would exceed a limit. Not thread-safe. */
    static final class Builder {
        private final ImportLimits pace;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final List<Long> lines = new ArrayList<>();

        Builder(ImportLimits pace) {
            this.pace = pace;
        }

        boolean hasRoomFor(byte[] event) {
            boolean fits = lines.size() < pace.batchEvents() && body.size() + event.length + 2 <= pace.batchBytes();
            return lines.isEmpty() || fits;
        }

        void add(long line, byte[] event) {
            body.write(lines.isEmpty() ? '[' : ',');
            body.writeBytes(event);
            lines.add(line);
        }

        boolean isEmpty() {
            return lines.isEmpty();
        }

        /** The batch so far; the builder starts anew. */
        Batch take() {
            body.write(']');
            Batch batch = new Batch(body.toByteArray(), lines);
            body.reset();
            lines.clear();
            return batch;
        }
    }

    EventBody body() {
        return EventBody.array(body);
    }

    /** The row that the event at a place came from; 0 where there is no such place. */
    long lineOf(int index) {
        return index >= 0 && index < lines.size() ? lines.get(index) : 0;
    }
}
