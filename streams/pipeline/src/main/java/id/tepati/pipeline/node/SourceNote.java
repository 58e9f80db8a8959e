package id.tepati.pipeline.node;

import id.tepati.contract.event.ImportBatch;
import id.tepati.rules.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the other nodes tell the ledger of sources. */
public sealed interface SourceNote {
    /** Something happened to a record of a source. */
    sealed interface OfSource extends SourceNote {
        /** Whose source it is. */
        UnitId unit();

        /** The source. */
        String source();

        /** When we learned of it. */
        Instant learned();
    }

    /** What became of a record. */
    enum Fate {
        /** It only says that its source is there. */
        HEARD,
        /** Its event counts. */
        COUNTED,
        /** Its event had come before. */
        DUPLICATE,
        /** It went to the dead letters. */
        DEAD
    }

    /**
     * A record came.
     *
     * @param heard when that was a sign of life of the source
     * @param happened the time of its event, null for heartbeats and records not read
     * @param batch the import that it came with, null where it came as things happened
     * @param misplaced whether its producer gave it another key or another partition than its unit's
     * @param unknownFields how many fields it has that the contract does not name
     */
    record Received(
            UnitId unit,
            String source,
            Instant learned,
            Instant heard,
            @Nullable Instant happened,
            @Nullable ImportBatch batch,
            boolean misplaced,
            int unknownFields,
            Fate fate)
            implements OfSource {}

    /** An event that counted went to the dead letters after all. */
    record Dropped(UnitId unit, String source, Instant learned) implements OfSource {}

    /** It is time to send what changed. */
    record Send() implements SourceNote {}
}
