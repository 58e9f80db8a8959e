package id.tepati.pipeline.judge;

import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.RestatementCause;
import id.tepati.pipeline.admit.Admitted;
import id.tepati.pipeline.admit.PipelineDeadLetters;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.node.SourceNote;
import id.tepati.pipeline.node.SourceNote.Fate;
import id.tepati.pipeline.state.CaseState;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.CaseFile.Addition;
import id.tepati.rules.event.EventType;

/**
 * Adds events to their cases: one counts, has come before, or becomes a dead letter, and one that counts may send
 * another there. The ledger of sources is told. Confined to a task.
 */
final class CaseEventHandler {
    private final CaseStore cases;
    private final CaseUpdater updater;
    private final Outbox outbox;

    CaseEventHandler(CaseStore cases, CaseUpdater updater, Outbox outbox) {
        this.cases = cases;
        this.updater = updater;
        this.outbox = outbox;
    }

    void handle(Admitted admitted) {
        CaseState before = cases.find(admitted.key());
        Addition addition = before.file().add(admitted.event());
        Fate fate = addition.accept(new Reaction(admitted, before));
        outbox.tell(admitted.note(fate));
    }

    /** What is done about an event, and its fate. */
    private final class Reaction implements Addition.Visitor<Fate> {
        private final Admitted admitted;
        private final CaseState before;

        Reaction(Admitted admitted, CaseState before) {
            this.admitted = admitted;
            this.before = before;
        }

        @Override
        public Fate added(CaseFile file) {
            return update(file, usualCause(), Fate.COUNTED);
        }

        /** Of two copies the one with the larger sequence stays: it settles later conflicts. */
        @Override
        public Fate duplicate(CaseFile file) {
            return file.equals(before.file()) ? Fate.DUPLICATE : update(file, usualCause(), Fate.DUPLICATE);
        }

        @Override
        public Fate replaced(CaseFile file, CaseEvent loser) {
            return countInPlaceOf(loser, file, RestatementCause.CORRECTION, RejectCode.ID_CONFLICT);
        }

        @Override
        public Fate outranked() {
            return refuse(RejectCode.ID_CONFLICT);
        }

        @Override
        public Fate overflowed(CaseFile file, CaseEvent dropped) {
            return countInPlaceOf(dropped, file, RestatementCause.TOO_LONG, RejectCode.CASE_TOO_LONG);
        }

        @Override
        public Fate tooLong() {
            return refuse(RejectCode.CASE_TOO_LONG);
        }

        private RestatementCause usualCause() {
            return admitted.event().type() == EventType.EVENT_VOIDED
                    ? RestatementCause.VOID
                    : RestatementCause.LATE_EVENT;
        }

        private Fate update(CaseFile file, RestatementCause cause, Fate fate) {
            boolean written = updater.update(new CaseUpdate(admitted, before, file, cause));
            return written ? fate : refuse(RejectCode.INTERNAL_ERROR);
        }

        /** An event that was part of the case has to leave it for the one that came. */
        private Fate countInPlaceOf(CaseEvent former, CaseFile file, RestatementCause cause, RejectCode code) {
            Fate fate = update(file, cause, Fate.COUNTED);
            if (fate == Fate.COUNTED) {
                UnitId unit = admitted.key().unit();
                outbox.tell(new SourceNote.Dropped(unit, former.identity().source(), admitted.learned()));
                outbox.send(PipelineDeadLetters.ofFormer(former, unit, before.originOf(former), code));
            }
            return fate;
        }

        private Fate refuse(RejectCode code) {
            outbox.send(PipelineDeadLetters.of(admitted, code));
            return Fate.DEAD;
        }
    }
}
