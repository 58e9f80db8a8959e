package id.tepati.pipeline.admit;

import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.DeadLetter;
import id.tepati.pipeline.catalogue.PublishedCatalogue.Edition;
import id.tepati.pipeline.node.SourceNote;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * An event that may be judged.
 *
 * @param origin where its record stands
 * @param edition the catalogue that it was checked against
 * @param received what the ledger of sources is told of its record
 * @param refusal the dead letter of its record, should it come to one after all
 */
public record Admitted(
        CaseKey key,
        CaseEvent event,
        Origin origin,
        Edition edition,
        SourceNote.Received received,
        Function<RejectCode, DeadLetter> refusal) {
    /** Refuses an event without its case. */
    public Admitted {
        Objects.requireNonNull(key, "key");
    }

    /** When we learned of it. */
    public Instant learned() {
        return origin.learned();
    }
}
