package id.tepati.pipeline.judge;

import id.tepati.pipeline.admit.Admitted;
import id.tepati.pipeline.state.CaseState;
import id.tepati.rules.Times;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import java.time.Instant;

/** How far a task has come in time; it never goes back. Confined to a task. */
final class TaskTime {
    private Instant asOf;
    private Instant newestRecord = Instant.MIN;

    /** The time of a task that had come as far as this before. */
    TaskTime(Instant asOf) {
        this.asOf = asOf;
    }

    /** How far the task has come. */
    Instant asOf() {
        return asOf;
    }

    /** The task has come so far, if it had not before. */
    void reach(Instant mark) {
        asOf = Times.later(asOf, mark);
    }

    /** The task has met a record. */
    void meet(Instant learned) {
        newestRecord = Times.later(newestRecord, learned);
    }

    /**
     * As of when to judge a case when an event was learned: how far the task has come, or the newest event of the case
     * if that is later, since what happened then is known. Never back behind the last time.
     *
     * @param judged the events that the case is judged by
     */
    JudgingContext atEvent(Admitted admitted, CaseState before, CaseFile judged) {
        Instant at = Times.later(asOf, before.asOf());
        for (CaseEvent event : judged.events()) {
            if (event.time().isAfter(at) && !event.time().isAfter(admitted.learned())) {
                at = event.time();
            }
        }
        return new JudgingContext(admitted.catalogue(), at, Times.later(asOf, newestRecord));
    }

    /** As of when to judge a case again. */
    JudgingContext atTurn(Catalogue catalogue, CaseState before) {
        return new JudgingContext(catalogue, Times.later(asOf, before.asOf()), asOf);
    }
}
