package id.tepati.pipeline.judge;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.Glimpse;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.output.DeadLetter;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseEvent;
import java.time.Instant;

/** The dead letter of an event that was part of its case and has to leave it; its record stands in the input. */
final class Farewell {
    private Farewell() {}

    static DeadLetter letter(CaseKey key, CaseEvent event, Origin origin, RejectCode code) {
        Glimpse seen = new Glimpse(
                null, key.unit(), event.identity().source(), event.type().wireName());
        return DeadLetter.ofRecord(
                new Checked.Rejected(Rejection.of(code, ""), seen),
                Instant.ofEpochMilli(origin.timestamp()),
                origin.topic(),
                origin.partition(),
                origin.offset(),
                null);
    }
}
