package id.tepati.pipeline.tally;

import id.tepati.contract.output.TallyRow;
import id.tepati.pipeline.app.Nodes;
import id.tepati.pipeline.app.Outbox;
import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.deadline.TimerIndex.Kind;
import id.tepati.pipeline.deadline.TimerIndex.Timer;
import id.tepati.pipeline.state.TallyCodec;
import id.tepati.rules.UnitId;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The tallies of a task: takes a case's former contribution back and gives the new one. Five-minute tallies leave
 * when they are no longer kept. Confined to a task.
 */
public final class TallyLedger {
    private final KeyValueStore<Bytes, byte[]> store;
    private final TimerIndex timers;
    private final Outbox outbox;

    /** A ledger in the given store, which enters the end of five-minute tallies into the index. */
    public TallyLedger(KeyValueStore<Bytes, byte[]> store, TimerIndex timers, Outbox outbox) {
        this.store = store;
        this.timers = timers;
        this.outbox = outbox;
    }

    /**
     * Replaces what a case contributes.
     *
     * @param asOf tallies no longer kept by then have left, so nothing is taken back from them
     */
    public void replace(UnitId unit, Contribution before, Contribution after, Instant asOf) {
        Set<Slot> touched = new TreeSet<>(before.parts().keySet());
        touched.addAll(after.parts().keySet());
        for (Slot slot : touched) {
            boolean left = isGone(slot.bucket(), asOf);
            if (!left && !before.at(slot).equals(after.at(slot))) {
                replace(unit, slot, before.at(slot), after.at(slot));
            }
        }
    }

    /** What is counted there now. */
    public Tally at(UnitId unit, Slot slot) {
        byte[] stored = store.get(Bytes.wrap(TallyRow.key(unit, slot).getBytes(StandardCharsets.UTF_8)));
        return stored == null ? Tally.ZERO : TallyCodec.read(stored);
    }

    private void replace(UnitId unit, Slot slot, Tally before, Tally after) {
        String name = TallyRow.key(unit, slot);
        Bytes key = Bytes.wrap(name.getBytes(StandardCharsets.UTF_8));
        byte[] stored = store.get(key);
        Tally tally = (stored == null ? Tally.ZERO : TallyCodec.read(stored))
                .minus(before)
                .plus(after);
        if (tally.isZero()) {
            store.delete(key);
            outbox.send(Nodes.TALLIES_OUT, name, null);
            return;
        }
        if (stored == null && slot.bucket() instanceof Bucket.FiveMinutes minutes) {
            timers.add(new Timer(minutes.start().plus(Bucket.FiveMinutes.KEPT), Kind.TALLY, key));
        }
        store.put(key, TallyCodec.write(tally));
        outbox.send(Nodes.TALLIES_OUT, name, TallyRow.JSON.write(TallyRow.of(unit, slot, tally)));
    }

    /** Lets a tally leave that is no longer kept. */
    public void drop(Bytes key) {
        if (store.get(key) != null) {
            store.delete(key);
            outbox.send(Nodes.TALLIES_OUT, new String(key.get(), StandardCharsets.UTF_8), null);
        }
    }

    /** The contribution without what would go to tallies that are no longer kept at an instant. */
    public static Contribution kept(Contribution contribution, Instant at) {
        return contribution.without(slot -> isGone(slot.bucket(), at));
    }

    private static boolean isGone(Bucket bucket, Instant at) {
        return bucket instanceof Bucket.FiveMinutes minutes && minutes.isGoneAt(at);
    }
}
