package id.tepati.pipeline.judge;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.EventRow;
import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.deadline.TimerIndex.Kind;
import id.tepati.pipeline.deadline.TimerIndex.Timer;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.settle.RestatementLog;
import id.tepati.pipeline.state.CaseState;
import id.tepati.pipeline.state.CaseStateCodec;
import id.tepati.pipeline.state.Origin;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.tally.TallyLedger;
import id.tepati.rules.CaseKey;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.judge.Verdict;
import id.tepati.rules.tally.Contribution;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a task: their state, their timer, their part in the tallies and their output record change together.
 * What a change comes to is worked out before anything is written. Confined to a task.
 */
final class CaseBook {
    private final Section section;
    private final NumberClaims numbers;
    private final TimerIndex timers;
    private final TallyLedger tallies;
    private final Outbox outbox;

    CaseBook(Section section, NumberClaims numbers, TimerIndex timers, TallyLedger tallies, Outbox outbox) {
        this.section = section;
        this.numbers = numbers;
        this.timers = timers;
        this.tallies = tallies;
        this.outbox = outbox;
    }

    /**
     * A change that has been worked out and not been written.
     *
     * @param judged the events that it was judged by
     * @param regrouped whether these may be others than before though the case's own are not
     */
    record Change(
            CaseKey key, CaseState before, CaseState after, CaseFile judged, Judgement judgement, boolean regrouped) {
        /** What of it concerns days. */
        RestatementLog.Step step() {
            return new RestatementLog.Step(
                    key, before.contribution(), after.contribution(), before.asOf(), before.timer(), after.asOf());
        }

        /** Whether anything but the instant of judging may be different. */
        boolean isVisible() {
            return regrouped
                    || !before.file().equals(after.file())
                    || !before.contribution().equals(after.contribution())
                    || !Objects.equals(before.timer(), after.timer())
                    || judgement.verdicts().stream().anyMatch(Verdict::isOpen);
        }
    }

    CaseState find(CaseKey key) {
        return section.find(CaseKeys.bytes(key), CaseStateCodec::read).orElse(CaseState.UNKNOWN);
    }

    /** Who is judged by which events once a case has {@code file} instead of {@code before}. */
    TicketAliases households(CaseKey changed, CaseFile before, CaseFile file) {
        return new TicketAliases(key -> find(key).file(), numbers, changed, before, file);
    }

    /** Remembers which numbers are claimed by whom. */
    void write(TicketAliases households) {
        households.changedClaims().forEach(numbers::put);
    }

    /**
     * Works out how a case stands with these events.
     *
     * @param file its own events
     * @param judged all that it is judged by
     * @param horizon five-minute tallies no longer kept by then are left alone
     */
    static Change judge(
            CaseKey key,
            CaseState before,
            CaseFile file,
            Map<EventIdentity, Origin> origins,
            CaseFile judged,
            boolean regrouped,
            Catalogue catalogue,
            Instant asOf,
            Instant horizon) {
        Judgement judgement = Judgement.of(judged, key.unit(), catalogue, asOf);
        Contribution contribution = TallyLedger.kept(Contribution.of(judgement), horizon);
        CaseState after = new CaseState(file, origins, contribution, asOf, judgement.nextChange());
        return new Change(key, before, after, judged, judgement, regrouped);
    }

    /**
     * Writes a change.
     *
     * @param asOf how far the task has come
     */
    void write(Change change, Instant asOf) {
        CaseKey key = change.key();
        Bytes subject = CaseKeys.bytes(key);
        moveTimer(subject, change.before().timer(), change.after().timer());
        tallies.replace(
                key.unit(), change.before().contribution(), change.after().contribution(), asOf);
        section.put(subject, CaseStateCodec.write(change.after()));
        if (change.isVisible()) {
            byte[] row = change.judged().isEmpty() ? null : CaseRow.JSON.write(row(change));
            outbox.send(NodeNames.CASES_OUT, subject, row);
        }
    }

    private void moveTimer(Bytes subject, @Nullable Instant before, @Nullable Instant after) {
        if (before != null && !before.equals(after)) {
            timers.remove(new Timer(before, Kind.CASE, subject));
        }
        if (after != null && !after.equals(before)) {
            timers.add(new Timer(after, Kind.CASE, subject));
        }
    }

    private static CaseRow row(Change change) {
        return new CaseRow(
                CaseRow.VERSION,
                change.key().unit().value(),
                change.key().id().value(),
                change.judgement().course().isIncomplete(),
                change.judgement().verdicts().stream().map(ClockRow::of).toList(),
                change.judged().events().stream().map(EventRow::of).toList());
    }
}
