package id.tepati.pipeline.admit;

import id.tepati.pipeline.node.SourceNote;
import id.tepati.rules.CaseKey;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.event.CaseEvent;
import java.time.Instant;
import java.util.Objects;

/**
 * An event that may be judged.
 *
 * @param input the record that it came with
 */
public record Admitted(InputRecord input, CaseKey key, CaseEvent event) {
    /** Refuses an event without its case. */
    public Admitted {
        Objects.requireNonNull(key, "key");
    }

    /** When we learned of it. */
    public Instant learned() {
        return input.learned();
    }

    /** The catalogue that it is judged by. */
    public Catalogue catalogue() {
        return input.edition().catalogue();
    }

    /** What the ledger of sources is told of its record. */
    public SourceNote.Received note(SourceNote.Fate fate) {
        return input.note(key.unit(), event, fate);
    }
}
