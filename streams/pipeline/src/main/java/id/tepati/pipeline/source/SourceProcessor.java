package id.tepati.pipeline.source;

import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.SourceRow;
import id.tepati.pipeline.node.BeforeCommit;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.node.SourceNote;
import id.tepati.pipeline.node.SourceNote.Fate;
import id.tepati.pipeline.state.Section;
import id.tepati.rules.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Counts what each source of each unit sent and what became of it. Rows change with every record: they are stored
 * before each commit and sent now and then; after a start all of them are, since the last ones may not have been. That
 * an import begins is sent at once, so that nobody takes what it fills for whole.
 */
public final class SourceProcessor implements Processor<Object, SourceNote, Object, Object> {
    private final Map<OutputKey.OfSource, SourceRow> rows = new HashMap<>();
    private final Set<OutputKey.OfSource> unstored = new HashSet<>();
    private final Set<OutputKey.OfSource> unsent = new HashSet<>();
    private Section section;
    private Outbox outbox;

    /** A processor for one task. */
    @SuppressWarnings("NullAway.Init")
    public SourceProcessor() {}

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        outbox = new Outbox(context);
        rows.clear();
        unstored.clear();
        unsent.clear();
        section = new Section(context.getStateStore(NodeNames.STATE), Section.Of.SOURCES);
        BeforeCommit beforeCommit = context.getStateStore(NodeNames.BEFORE_COMMIT);
        beforeCommit.call(context, this::store);
        section.visit(null, (key, row) -> {
            keep(SourceRow.fromJson(row));
            return true;
        });
    }

    @Override
    public void process(Record<Object, SourceNote> record) {
        if (record.value() instanceof SourceNote.OfSource note) {
            OutputKey.OfSource source = new OutputKey.OfSource(note.unit(), note.source());
            SourceRow row = rows.compute(source, (same, old) -> old == null ? first(note) : changed(old, note));
            unstored.add(source);
            unsent.add(source);
            if (begins(note, row)) {
                outbox.send(NodeNames.SOURCES_OUT, source, row.toJson());
            }
        } else {
            send();
        }
    }

    private static boolean begins(SourceNote.OfSource note, SourceRow row) {
        SourceRow.Loaded loaded = row.loaded();
        return note instanceof SourceNote.Received received
                && received.batch() != null
                && loaded != null
                && loaded.records() == 1;
    }

    private static SourceRow first(SourceNote.OfSource note) {
        Instant heard = note instanceof SourceNote.Received received ? received.heard() : note.learned();
        return changed(new SourceRow(note.unit(), note.source(), heard, null, 0, 0, 0, 0, 0, 0, 0, null), note);
    }

    private void keep(SourceRow row) {
        rows.put(row.key(), row);
        unsent.add(row.key());
    }

    private void store() {
        for (OutputKey.OfSource source : unstored) {
            section.put(Bytes.wrap(source.bytes()), row(source).toJson());
        }
        unstored.clear();
    }

    private void send() {
        for (OutputKey.OfSource source : unsent) {
            outbox.send(NodeNames.SOURCES_OUT, source, row(source).toJson());
        }
        unsent.clear();
    }

    private SourceRow row(OutputKey.OfSource source) {
        return Objects.requireNonNull(rows.get(source));
    }

    private static SourceRow changed(SourceRow row, SourceNote.OfSource note) {
        return note instanceof SourceNote.Received received ? received(row, received) : dropped(row);
    }

    private static SourceRow received(SourceRow row, SourceNote.Received note) {
        Instant happened = note.happened();
        ImportBatch batch = note.batch();
        long ahead =
                happened == null ? 0 : happened.toEpochMilli() - note.learned().toEpochMilli();
        return new SourceRow(
                row.unit(),
                row.source(),
                Times.later(row.lastSeen(), note.heard()),
                Times.laterKnown(row.lastEvent(), happened),
                row.received() + 1,
                row.counted() + one(note.fate() == Fate.COUNTED),
                row.duplicate() + one(note.fate() == Fate.DUPLICATE),
                row.dead() + one(note.fate() == Fate.DEAD),
                row.misplaced() + one(note.misplaced()),
                Math.max(row.aheadMillis(), ahead),
                row.unknownFields() + note.unknownFields(),
                batch == null ? row.loaded() : SourceRow.Loaded.with(row.loaded(), batch, note.learned()));
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    private static SourceRow dropped(SourceRow row) {
        return new SourceRow(
                row.unit(),
                row.source(),
                row.lastSeen(),
                row.lastEvent(),
                row.received(),
                row.counted() - 1,
                row.duplicate(),
                row.dead() + 1,
                row.misplaced(),
                row.aheadMillis(),
                row.unknownFields(),
                row.loaded());
    }
}
