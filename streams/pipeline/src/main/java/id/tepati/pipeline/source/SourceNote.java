package id.tepati.pipeline.source;

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

    /**
     * A record came.
     *
     * @param heard when that was a sign of life of the source
     * @param happened the time of its event, null for heartbeats and records not read
     * @param misplaced whether its producer gave it another key or another partition than its unit's
     */
    record Received(
            UnitId unit,
            String source,
            Instant learned,
            Instant heard,
            @Nullable Instant happened,
            boolean misplaced) implements OfSource {}

    /** An event counts. */
    record Counted(UnitId unit, String source, Instant learned) implements OfSource {}

    /** A record brought an event that had come before. */
    record Duplicate(UnitId unit, String source, Instant learned) implements OfSource {}

    /** A record went to the dead letters. */
    record Dead(UnitId unit, String source, Instant learned) implements OfSource {}

    /** An event that counted went to the dead letters after all. */
    record Dropped(UnitId unit, String source, Instant learned) implements OfSource {}

    /** It is time to send what changed. */
    record Send() implements SourceNote {}
}
