package id.tepati.pipeline.admit;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.RefusedEventDetails;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.output.DeadLetter;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import org.jspecify.annotations.Nullable;

/** The dead letters of records of the inputs. */
public final class PipelineDeadLetters {
    private PipelineDeadLetters() {}

    /** The refusal of an event that could be read. */
    static Checked.Rejected refusal(UnitId unit, CaseEvent event, RejectCode code) {
        RefusedEventDetails seen = new RefusedEventDetails(
                null, unit, event.identity().source(), event.type().wireName());
        return new Checked.Rejected(Rejection.of(code, ""), seen);
    }

    /** The letter of an admitted event that comes to one after all. */
    public static DeadLetter of(Admitted admitted, RejectCode code) {
        Checked.Rejected rejected = refusal(admitted.key().unit(), admitted.event(), code);
        return of(rejected, admitted.input().origin(), admitted.input().record().value());
    }

    /** The letter of an event that was part of a case of the unit; its record is only to be found at its origin. */
    public static DeadLetter ofFormer(CaseEvent event, UnitId unit, Origin origin, RejectCode code) {
        return of(refusal(unit, event, code), origin, null);
    }

    /** The letter of a refused record. */
    static DeadLetter of(Checked.Rejected rejected, Origin origin, byte @Nullable [] value) {
        return DeadLetter.ofRecord(
                rejected, origin.learned(), origin.topic(), origin.partition(), origin.offset(), value);
    }
}
