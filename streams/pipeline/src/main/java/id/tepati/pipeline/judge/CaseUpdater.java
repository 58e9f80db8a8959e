package id.tepati.pipeline.judge;

import id.tepati.pipeline.settle.CausingRecord;
import id.tepati.pipeline.settle.RestatementLog;
import id.tepati.pipeline.state.CaseState;
import id.tepati.rules.CaseKey;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.tally.Contribution;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges cases and writes them. What an event comes to is worked out before the first write, so that an error of ours
 * leaves no half-written case. Confined to a task.
 */
final class CaseUpdater {
    private static final Logger LOG = LoggerFactory.getLogger(CaseUpdater.class);

    private final CaseStore cases;
    private final RestatementLog restatements;
    private final TaskTime time;

    CaseUpdater(CaseStore cases, RestatementLog restatements, TaskTime time) {
        this.cases = cases;
        this.restatements = restatements;
        this.time = time;
    }

    /** What is to be written of one case. */
    private record Plan(CaseChange change, RestatementLog.Finding finding) {}

    /**
     * Judges and writes the case of an event, and the cases that are judged by other events because of it.
     *
     * @return false where they could not be judged, through an error of ours; then nothing was written
     */
    boolean update(CaseUpdate update) {
        TicketAliases aliases;
        List<Plan> plans;
        try {
            aliases = cases.aliases(update.key(), update.before().file(), update.file());
            plans = plans(update, aliases);
        } catch (KafkaException e) {
            // the state cannot be read, which is no fault of the event: the thread fails, and nothing of it is lost
            throw e;
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("unit", update.key().unit())
                    .addKeyValue("type", update.admitted().event().type())
                    .log("an event could not be judged; its record is a dead letter now");
            return false;
        }
        cases.write(aliases);
        plans.forEach(this::write);
        return true;
    }

    private List<Plan> plans(CaseUpdate update, TicketAliases aliases) {
        CausingRecord record = update.record();
        List<Plan> plans = new ArrayList<>();
        plans.add(plan(update, record, CaseRevision.of(update, aliases.judged(update.key()))));
        for (CaseKey other : aliases.affected()) {
            CaseRevision revision = CaseRevision.regrouped(other, cases.find(other), aliases.judged(other));
            plans.add(plan(update, record, revision));
        }
        return plans;
    }

    private Plan plan(CaseUpdate update, CausingRecord record, CaseRevision revision) {
        CaseChange change =
                CaseChange.of(revision, time.atEvent(update.admitted(), revision.before(), revision.judged()));
        Catalogue catalogue = update.admitted().catalogue();
        return new Plan(
                change, restatements.ofRecord(change.step(), record, catalogue, () -> withoutRecord(update, change)));
    }

    /** What a case would contribute by now had the record not come. */
    private Contribution withoutRecord(CaseUpdate update, CaseChange change) {
        CaseFile before = update.before().file();
        CaseFile judged = cases.aliases(update.key(), before, before).judged(change.key());
        return Contribution.of(Judgement.of(
                judged,
                change.key().unit(),
                update.admitted().catalogue(),
                change.after().asOf()));
    }

    /** Judges and writes a case again that time or a new edition of the catalogue may have changed. */
    void judgeAgain(CaseKey key, Catalogue catalogue) {
        CaseState before = cases.find(key);
        CaseFile judged = cases.aliases(key, before.file(), before.file()).judged(key);
        CaseChange change = CaseChange.of(CaseRevision.again(key, before, judged), time.atTurn(catalogue, before));
        write(new Plan(change, restatements.ofTime(change.step(), catalogue)));
    }

    private void write(Plan plan) {
        restatements.write(plan.finding());
        cases.write(plan.change(), time.asOf());
    }
}
