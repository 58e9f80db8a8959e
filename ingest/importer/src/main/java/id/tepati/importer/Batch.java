package id.tepati.importer;

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

    byte[] body() {
        return body.clone();
    }

    List<Long> lines() {
        return lines;
    }

    int size() {
        return lines.size();
    }
}
