package id.tepati.pipeline.admit;

import id.tepati.contract.event.ImportBatch;
import id.tepati.pipeline.catalogue.PublishedCatalogue.Edition;
import id.tepati.pipeline.node.SourceNote;
import id.tepati.pipeline.node.SourceNote.Fate;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record of an input in the task of its unit.
 *
 * @param origin where it, or the original of a handed-off one, stands
 * @param edition the catalogue that it was checked against
 * @param misplaced whether its producer gave it another key or another partition than its unit's
 * @param unknownFields how many fields it has that the contract does not name; 0 where it was refused
 */
public record InputRecord(
        Record<byte[], byte[]> record, Origin origin, Edition edition, boolean misplaced, int unknownFields) {
    /** When we learned of it. */
    public Instant learned() {
        return origin.learned();
    }

    /** The import that it came with; empty where it came as things happened. */
    public Optional<ImportBatch> batch() {
        return ImportBatch.of(record.headers());
    }

    /** What the ledger of sources is told of a record with this event. */
    SourceNote.Received note(UnitId unit, CaseEvent event, Fate fate) {
        return new SourceNote.Received(
                unit,
                event.identity().source(),
                learned(),
                heard(event),
                event.type() == EventType.SOURCE_HEARTBEAT ? null : event.time(),
                batch().orElse(null),
                misplaced,
                unknownFields,
                fate);
    }

    /** What the ledger of sources is told of a record without an event that could be read. */
    SourceNote.Received unreadNote(UnitId unit, String source) {
        return new SourceNote.Received(
                unit, source, learned(), learned(), null, batch().orElse(null), misplaced, 0, Fate.DEAD);
    }

    /** What is imported tells that its source was alive when it happened, not that it is now. */
    private Instant heard(CaseEvent event) {
        return batch().isPresent() && event.time().isBefore(learned()) ? event.time() : learned();
    }
}
