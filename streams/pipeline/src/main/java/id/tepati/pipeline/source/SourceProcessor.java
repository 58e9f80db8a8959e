package id.tepati.pipeline.source;

import id.tepati.contract.output.SourceRow;
import id.tepati.pipeline.app.Nodes;
import id.tepati.pipeline.app.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts what each source of each unit sent and what became of it. Rows change with every record: they are stored at
 * once and sent now and then; after a start all of them are, since the last ones may not have been.
 */
public final class SourceProcessor implements Processor<Object, SourceNote, Object, Object> {
    private final Map<String, SourceRow> rows = new HashMap<>();
    private final Set<String> unsent = new HashSet<>();
    private KeyValueStore<Bytes, byte[]> store;
    private Outbox outbox;

    /** A processor for one task. */
    @SuppressWarnings("NullAway.Init")
    public SourceProcessor() {}

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        outbox = new Outbox(context);
        store = context.getStateStore(Nodes.SOURCE_STORE);
        try (KeyValueIterator<Bytes, byte[]> stored = store.all()) {
            stored.forEachRemaining(entry -> keep(SourceRow.fromJson(entry.value)));
        }
    }

    @Override
    public void process(Record<Object, SourceNote> record) {
        if (record.value() instanceof SourceNote.OfSource note) {
            Instant heard = note instanceof SourceNote.Received received ? received.heard() : note.learned();
            SourceRow unseen = new SourceRow(note.unit(), note.source(), heard, null, 0, 0, 0, 0, 0, 0);
            SourceRow row = changed(rows.getOrDefault(unseen.key(), unseen), note);
            store.put(Bytes.wrap(row.key().getBytes(StandardCharsets.UTF_8)), row.toJson());
            keep(row);
        } else {
            send();
        }
    }

    private void keep(SourceRow row) {
        rows.put(row.key(), row);
        unsent.add(row.key());
    }

    private void send() {
        for (String key : unsent) {
            SourceRow row = rows.get(key);
            if (row != null) {
                outbox.send(Nodes.SOURCES_OUT, key, row.toJson());
            }
        }
        unsent.clear();
    }

    private static SourceRow changed(SourceRow row, SourceNote.OfSource note) {
        if (note instanceof SourceNote.Received received) {
            return received(row, received);
        }
        if (note instanceof SourceNote.Counted) {
            return with(row, row.counted() + 1, row.duplicate(), row.dead());
        }
        if (note instanceof SourceNote.Duplicate) {
            return with(row, row.counted(), row.duplicate() + 1, row.dead());
        }
        return note instanceof SourceNote.Dead
                ? with(row, row.counted(), row.duplicate(), row.dead() + 1)
                : with(row, row.counted() - 1, row.duplicate(), row.dead() + 1);
    }

    private static SourceRow received(SourceRow row, SourceNote.Received note) {
        Instant happened = note.happened();
        long ahead =
                happened == null ? 0 : happened.toEpochMilli() - note.learned().toEpochMilli();
        return new SourceRow(
                row.unit(),
                row.source(),
                later(row.lastSeen(), note.heard()),
                laterOrKnown(row.lastEvent(), happened),
                row.received() + 1,
                row.counted(),
                row.duplicate(),
                row.dead(),
                row.misplaced() + (note.misplaced() ? 1 : 0),
                Math.max(row.aheadMillis(), ahead));
    }

    private static SourceRow with(SourceRow row, long counted, long duplicate, long dead) {
        return new SourceRow(
                row.unit(),
                row.source(),
                row.lastSeen(),
                row.lastEvent(),
                row.received(),
                counted,
                duplicate,
                dead,
                row.misplaced(),
                row.aheadMillis());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant laterOrKnown(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return later(one, other);
    }
}
