package id.tepati.pipeline.judge;

import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.catalogue.PublishedCatalogue.Edition;
import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.deadline.TimerIndex.Kind;
import id.tepati.pipeline.deadline.TimerIndex.Timer;
import id.tepati.pipeline.settle.RestatementLog;
import id.tepati.pipeline.state.CaseState;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.tally.TallyLedger;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Judges again what time or a new edition of the catalogue may have changed, in turns of bounded length: the rest
 * waits for the next turn, so that records are not kept waiting. Confined to a task.
 */
final class Sweep {
    private static final int CASES_A_TURN = 2_000;

    private final Section cases;
    private final TimerIndex timers;
    private final TallyLedger tallies;
    private final CaseBook book;
    private final RestatementLog restatements;
    private final TaskMemory marks;
    private final PublishedCatalogue catalogue;
    private Instant asOf;

    Sweep(
            Section cases,
            TimerIndex timers,
            TallyLedger tallies,
            CaseBook book,
            RestatementLog restatements,
            TaskMemory marks,
            PublishedCatalogue catalogue) {
        this.cases = cases;
        this.timers = timers;
        this.tallies = tallies;
        this.book = book;
        this.restatements = restatements;
        this.marks = marks;
        this.catalogue = catalogue;
        this.asOf = marks.asOf();
    }

    /** How far the task has come; it never goes back. */
    Instant asOf() {
        return asOf;
    }

    /** The later of that and another instant. */
    Instant later(Instant other) {
        return asOf.isAfter(other) ? asOf : other;
    }

    /**
     * The instant at which to judge a case when an event of it was learned: how far the task has come, or the case's
     * own newest event if that is later, since what happened then is known. Never back behind the last time.
     */
    Instant asOfFor(CaseState before, CaseFile file, Instant learned) {
        Instant at = later(before.asOf());
        for (CaseEvent event : file.events()) {
            if (event.time().isAfter(at) && !event.time().isAfter(learned)) {
                at = event.time();
            }
        }
        return at;
    }

    /** Whether something is due by the wall clock, so that it matters how far the task has come. */
    boolean isWaitedFor(Instant wallClock) {
        return timers.hasDue(wallClock);
    }

    /**
     * Takes a turn.
     *
     * @return whether nothing that could be done at that instant is left
     */
    boolean turn(Instant mark) {
        if (mark.isAfter(asOf)) {
            asOf = mark;
        }
        // a walk may take many turns, and what is due does not wait for it
        boolean fired = fire();
        return walk() && fired;
    }

    private boolean fire() {
        List<Timer> due = timers.due(asOf, CASES_A_TURN);
        if (due.isEmpty()) {
            return true;
        }
        Edition edition = catalogue.reaching(asOf);
        for (Timer timer : due) {
            if (timer.kind() == Kind.CASE) {
                judgeAgain(timer.subject(), edition);
            } else {
                tallies.drop(timer.subject());
                timers.remove(timer);
            }
        }
        marks.asOf(asOf);
        return due.size() < CASES_A_TURN;
    }

    private void judgeAgain(Bytes caseKey, Edition edition) {
        CaseKey key = CaseKeys.key(caseKey);
        CaseState before = book.find(key);
        CaseBook.Change change = CaseBook.judge(
                key,
                before,
                before.file(),
                before.origins(),
                book.households(key, before.file(), before.file()).judged(key),
                false,
                edition.catalogue(),
                later(before.asOf()),
                asOf);
        restatements.write(restatements.ofTime(change.step(), edition.catalogue()));
        book.write(change, asOf);
    }

    /** Under a new edition every case is judged again, in order of keys, a turn at a time. */
    private boolean walk() {
        Edition edition = catalogue.newest();
        if (marks.walkedEntries() == edition.entries()) {
            return true;
        }
        if (marks.walkTarget() != edition.entries()) {
            marks.walkTarget(edition.entries());
            marks.cursor(null);
        }
        List<Bytes> next = casesAfter(marks.cursor());
        next.forEach(key -> judgeAgain(key, edition));
        if (next.size() == CASES_A_TURN) {
            marks.cursor(next.get(next.size() - 1).get());
            return false;
        }
        marks.cursor(null);
        marks.walkedEntries(edition.entries());
        return true;
    }

    private List<Bytes> casesAfter(byte @Nullable [] cursor) {
        List<Bytes> keys = new ArrayList<>();
        Bytes from = cursor == null ? null : Bytes.wrap(cursor);
        cases.visit(from, (key, state) -> {
            if (!key.equals(from)) {
                keys.add(key);
            }
            return keys.size() < CASES_A_TURN;
        });
        return keys;
    }
}
