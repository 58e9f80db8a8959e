package id.tepati.pipeline.settle;

import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.output.RestatementCause;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile.Addition;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * A record that changes cases.
 *
 * @param learned when the broker took it
 * @param filler how it came
 */
public record Occasion(RestatementCause cause, Instant learned, Filler filler) {
    /**
     * The occasion of a record.
     *
     * @param addition what became of its event
     */
    public static Occasion of(Addition addition, CaseEvent event, Instant learned, Headers headers) {
        Filler filler =
                ImportBatch.of(headers).map(batch -> new Filler(batch.name())).orElse(Filler.LIVE);
        return new Occasion(cause(addition, event), learned, filler);
    }

    private static RestatementCause cause(Addition addition, CaseEvent event) {
        if (addition instanceof Addition.Replaced) {
            return RestatementCause.CORRECTION;
        }
        if (addition instanceof Addition.Overflowed) {
            return RestatementCause.TOO_LONG;
        }
        return event.type() == EventType.EVENT_VOIDED ? RestatementCause.VOID : RestatementCause.LATE_EVENT;
    }
}
