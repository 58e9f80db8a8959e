package id.tepati.pipeline.admit;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.Glimpse;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.output.DeadLetter;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import org.jspecify.annotations.Nullable;

/** The dead letters of records of the inputs. */
public final class RecordDeadLetters {
    private RecordDeadLetters() {}

    /** The refusal of an event that could be read. */
    public static Checked.Rejected refusal(UnitId unit, CaseEvent event, RejectCode code) {
        Glimpse seen =
                new Glimpse(null, unit, event.identity().source(), event.type().wireName());
        return new Checked.Rejected(Rejection.of(code, ""), seen);
    }

    /**
     * The letter of a refused record.
     *
     * @param value the record's value; null where it is only to be found at its origin
     */
    public static DeadLetter of(Checked.Rejected rejected, Origin origin, byte @Nullable [] value) {
        return DeadLetter.ofRecord(
                rejected, origin.learned(), origin.topic(), origin.partition(), origin.offset(), value);
    }
}
