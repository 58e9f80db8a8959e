package id.tepati.pipeline.judge;

import id.tepati.pipeline.state.CaseState;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.EventIdentity;
import java.util.Map;

/**
 * A case about to be judged.
 *
 * @param before how it stands
 * @param file its own events from now on
 * @param origins where the records of these stand
 * @param judged all the events that it is judged by
 * @param regrouped whether these may be others than before though its own are not
 */
record CaseRevision(
        CaseKey key,
        CaseState before,
        CaseFile file,
        Map<EventIdentity, Origin> origins,
        CaseFile judged,
        boolean regrouped) {
    /** The case that an event came to. */
    static CaseRevision of(CaseUpdate update, CaseFile judged) {
        return new CaseRevision(update.key(), update.before(), update.file(), update.origins(), judged, false);
    }

    /** A case that shares the number of a ticket with one that an event came to. */
    static CaseRevision regrouped(CaseKey key, CaseState before, CaseFile judged) {
        return new CaseRevision(key, before, before.file(), before.origins(), judged, true);
    }

    /** A case of which the events are the same. */
    static CaseRevision again(CaseKey key, CaseState before, CaseFile judged) {
        return new CaseRevision(key, before, before.file(), before.origins(), judged, false);
    }
}
