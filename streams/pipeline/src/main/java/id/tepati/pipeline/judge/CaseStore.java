package id.tepati.pipeline.judge;

import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.deadline.TimerIndex.Kind;
import id.tepati.pipeline.deadline.TimerIndex.Timer;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.state.CaseState;
import id.tepati.pipeline.state.CaseStateCodec;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.tally.TallyLedger;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a task: their state, their timer, their part in the tallies and their output record change together.
 * Confined to a task.
 */
final class CaseStore {
    private final Section section;
    private final NumberClaims numbers;
    private final TimerIndex timers;
    private final TallyLedger tallies;
    private final Outbox outbox;

    CaseStore(Section section, NumberClaims numbers, TimerIndex timers, TallyLedger tallies, Outbox outbox) {
        this.section = section;
        this.numbers = numbers;
        this.timers = timers;
        this.tallies = tallies;
        this.outbox = outbox;
    }

    CaseState find(CaseKey key) {
        return section.find(CaseKeys.bytes(key), CaseStateCodec::read).orElse(CaseState.UNKNOWN);
    }

    /** The keys of cases in their order in the store, from behind one on; null for the beginning. */
    List<Bytes> keysAfter(byte @Nullable [] last, int most) {
        List<Bytes> keys = new ArrayList<>();
        Bytes from = last == null ? null : Bytes.wrap(last);
        section.visit(from, (key, state) -> {
            if (!key.equals(from)) {
                keys.add(key);
            }
            return keys.size() < most;
        });
        return keys;
    }

    /** Which case is judged by which events once one has {@code file} instead of {@code before}. */
    TicketAliases aliases(CaseKey changed, CaseFile before, CaseFile file) {
        return new TicketAliases(key -> find(key).file(), numbers, changed, before, file);
    }

    /** Remembers which numbers are claimed by whom. */
    void write(TicketAliases aliases) {
        aliases.changedClaims().forEach(numbers::put);
    }

    /**
     * Writes a change.
     *
     * @param asOf how far the task has come
     */
    void write(CaseChange change, Instant asOf) {
        CaseKey key = change.key();
        Bytes place = CaseKeys.bytes(key);
        moveTimer(place, change.before().timer(), change.after().timer());
        tallies.replace(
                key.unit(), change.before().contribution(), change.after().contribution(), asOf);
        section.put(place, CaseStateCodec.write(change.after()));
        if (change.isVisible()) {
            outbox.send(NodeNames.CASES_OUT, place, change.row());
        }
    }

    private void moveTimer(Bytes place, @Nullable Instant before, @Nullable Instant after) {
        if (before != null && !before.equals(after)) {
            timers.remove(new Timer(before, Kind.CASE, place));
        }
        if (after != null && !after.equals(before)) {
            timers.add(new Timer(after, Kind.CASE, place));
        }
    }
}
