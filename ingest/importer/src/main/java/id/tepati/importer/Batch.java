package id.tepati.importer;

import id.tepati.client.EventBody;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The events of one request: a JSON array of CloudEvents. All events of a row are in one batch. */
final class Batch {
    /** An event and the row that it came from. */
    static final class Entry {
        private final long line;
        private final byte[] json;

        Entry(long line, byte[] json) {
            this.line = line;
            this.json = json;
        }
    }

    private final List<Entry> entries;

    private Batch(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Gathers rows until the next would exceed a limit. Not thread-safe. */
    static final class Builder {
        private final ImportLimits pace;
        private final List<Entry> entries = new ArrayList<>();
        private long bytes;

        Builder(ImportLimits pace) {
            this.pace = pace;
        }

        boolean hasRoomFor(List<Entry> row) {
            boolean fits = entries.size() + row.size() <= pace.batchEvents() && bytes + bytes(row) <= pace.batchBytes();
            return entries.isEmpty() || fits;
        }

        void add(List<Entry> row) {
            entries.addAll(row);
            bytes += bytes(row);
        }

        private static long bytes(List<Entry> row) {
            return row.stream().mapToLong(entry -> entry.json.length + 1L).sum();
        }

        boolean isEmpty() {
            return entries.isEmpty();
        }

        /** The batch so far; the builder starts anew. */
        Batch take() {
            Batch batch = new Batch(entries);
            entries.clear();
            bytes = 0;
            return batch;
        }
    }

    /** How many events it has. */
    int size() {
        return entries.size();
    }

    /** The batch without the rows of these lines. */
    Batch without(Set<Long> lines) {
        return lines.isEmpty()
                ? this
                : new Batch(entries.stream()
                        .filter(entry -> !lines.contains(entry.line))
                        .toList());
    }

    EventBody body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        entries.forEach(entry -> {
            body.write(body.size() == 0 ? '[' : ',');
            body.writeBytes(entry.json);
        });
        body.write(']');
        return EventBody.array(body.toByteArray());
    }

    /** The row that the event at a place came from; 0 where there is no such place. */
    long lineOf(int index) {
        return index >= 0 && index < entries.size() ? entries.get(index).line : 0;
    }
}
