package id.tepati.pipeline.judge;

import id.tepati.contract.output.RestatementCause;
import id.tepati.pipeline.admit.Admitted;
import id.tepati.pipeline.settle.CausingRecord;
import id.tepati.pipeline.settle.LoadBatch;
import id.tepati.pipeline.state.CaseState;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.EventIdentity;
import java.util.HashMap;
import java.util.Map;

/**
 * A case that is to have other events because one came.
 *
 * @param admitted the event
 * @param before how the case stands
 * @param file the events that it is to have
 * @param cause what the record is to days that it changes
 */
record CaseUpdate(Admitted admitted, CaseState before, CaseFile file, RestatementCause cause) {
    CaseKey key() {
        return admitted.key();
    }

    /** Where the records of the events stand, of some that the case no longer has too. */
    Map<EventIdentity, Origin> origins() {
        Map<EventIdentity, Origin> origins = new HashMap<>(before.origins());
        origins.put(admitted.event().identity(), admitted.input().origin());
        return origins;
    }

    CausingRecord record() {
        LoadBatch batch = LoadBatch.of(admitted.input().record().headers());
        return new CausingRecord(cause, admitted.learned(), batch);
    }
}
