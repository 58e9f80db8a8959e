package id.tepati.pipeline.judge;

import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.deadline.TimerIndex.Kind;
import id.tepati.pipeline.deadline.TimerIndex.Timer;
import id.tepati.pipeline.tally.TallyLedger;
import id.tepati.rules.catalogue.Catalogue;
import java.time.Instant;
import java.util.List;

/**
 * Fires timers: judges again the cases that time has changed, and lets tallies leave that are no longer kept, in turns
 * of bounded length, so that records are not kept waiting. Confined to a task.
 */
final class DueTimers {
    private static final int MOST_A_TURN = 2_000;

    private final TimerIndex timers;
    private final TallyLedger tallies;
    private final CaseUpdater updater;
    private final TaskMemory memory;
    private final TaskTime time;
    private final PublishedCatalogue catalogue;

    DueTimers(
            TimerIndex timers,
            TallyLedger tallies,
            CaseUpdater updater,
            TaskMemory memory,
            TaskTime time,
            PublishedCatalogue catalogue) {
        this.timers = timers;
        this.tallies = tallies;
        this.updater = updater;
        this.memory = memory;
        this.time = time;
        this.catalogue = catalogue;
    }

    /** Whether something is due by the wall clock, so that it matters how far the task has come. */
    boolean isWaitedFor(Instant wallClock) {
        return timers.hasDue(wallClock);
    }

    /**
     * Takes a turn.
     *
     * @return whether nothing is left that is due by how far the task has come
     */
    boolean fire() {
        List<Timer> due = timers.due(time.asOf(), MOST_A_TURN);
        if (due.isEmpty()) {
            return true;
        }
        Catalogue reaching = catalogue.reaching(time.asOf()).catalogue();
        for (Timer timer : due) {
            if (timer.kind() == Kind.CASE) {
                updater.judgeAgain(CaseKeys.key(timer.subject()), reaching);
            } else {
                tallies.drop(timer.subject());
                timers.remove(timer);
            }
        }
        memory.asOf(time.asOf());
        return due.size() < MOST_A_TURN;
    }
}
