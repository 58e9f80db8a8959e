package id.tepati.pipeline.judge;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.EventRow;
import id.tepati.pipeline.settle.RestatementLog;
import id.tepati.pipeline.state.CaseState;
import id.tepati.pipeline.tally.TallyLedger;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.judge.Verdict;
import id.tepati.rules.tally.Contribution;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of a case that has been worked out and not been written. */
record CaseChange(CaseRevision revision, CaseState after, Judgement judgement) {
    /** Judges a case. */
    static CaseChange of(CaseRevision revision, JudgingContext context) {
        Judgement judgement =
                Judgement.of(revision.judged(), revision.key().unit(), context.catalogue(), context.asOf());
        Contribution contribution = TallyLedger.kept(Contribution.of(judgement), context.horizon());
        CaseState after = new CaseState(
                revision.file(), revision.origins(), contribution, context.asOf(), judgement.nextChange());
        return new CaseChange(revision, after, judgement);
    }

    CaseKey key() {
        return revision.key();
    }

    CaseState before() {
        return revision.before();
    }

    /** What of it concerns days. */
    RestatementLog.Step step() {
        return new RestatementLog.Step(
                key(), before().contribution(), after.contribution(), before().asOf(), before().timer(), after.asOf());
    }

    /** Whether anything but the instant of judging may be different. */
    boolean isVisible() {
        return revision.regrouped()
                || !before().file().equals(after.file())
                || !before().contribution().equals(after.contribution())
                || !Objects.equals(before().timer(), after.timer())
                || judgement.verdicts().stream().anyMatch(Verdict::isOpen);
    }

    /** The output record; null, which is a tombstone, for a case whose events all belong to another. */
    byte @Nullable [] row() {
        CaseFile judged = revision.judged();
        if (judged.isEmpty()) {
            return null;
        }
        return CaseRow.JSON.write(new CaseRow(
                CaseRow.VERSION,
                key().unit().value(),
                key().id().value(),
                judgement.course().isIncomplete(),
                judgement.verdicts().stream().map(ClockRow::of).toList(),
                judged.events().stream().map(EventRow::of).toList()));
    }
}
