package id.tepati.pipeline.tally;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.TallyRow;
import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.deadline.TimerIndex.Kind;
import id.tepati.pipeline.deadline.TimerIndex.Timer;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.state.TallyCodec;
import id.tepati.rules.UnitId;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;

/**
 * The tallies of a task: takes a case's former contribution back and gives the new one. Five-minute tallies leave
 * when they are no longer kept. What changes is held until {@link #flush}, which has to come before every commit: then
 * a tally is written once, however many cases changed it. Confined to a task.
 */
public final class TallyLedger {
    private static final int HELD = 1_000;

    private final Section section;
    private final TimerIndex timers;
    private final Outbox outbox;
    private final Map<OutputKey.OfTally, Entry> changed = new LinkedHashMap<>();
    private final Map<OutputKey.OfTally, Entry> held = new LinkedHashMap<>(HELD, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OutputKey.OfTally, Entry> eldest) {
            return size() > HELD;
        }
    };

    /**
     * A tally at work.
     *
     * @param place its key in the section, which is that of its output record too
     * @param stored as the section has it
     */
    private record Entry(Bytes place, Tally stored, Tally now) {}

    /** A ledger in the given section, which enters the end of five-minute tallies into the index. */
    public TallyLedger(Section section, TimerIndex timers, Outbox outbox) {
        this.section = section;
        this.timers = timers;
        this.outbox = outbox;
    }

    /**
     * Replaces what a case contributes.
     *
     * @param asOf tallies no longer kept by then have left, so nothing is taken back from them
     */
    public void replace(UnitId unit, Contribution before, Contribution after, Instant asOf) {
        after.parts()
                .forEach((slot, tally) -> replace(new OutputKey.OfTally(unit, slot), before.at(slot), tally, asOf));
        before.parts().forEach((slot, tally) -> {
            if (!after.parts().containsKey(slot)) {
                replace(new OutputKey.OfTally(unit, slot), tally, Tally.ZERO, asOf);
            }
        });
    }

    private void replace(OutputKey.OfTally key, Tally before, Tally after, Instant asOf) {
        if (!before.equals(after) && !isGone(key.slot().bucket(), asOf)) {
            Entry entry = entry(key);
            changed.put(
                    key,
                    new Entry(entry.place, entry.stored, entry.now.minus(before).plus(after)));
        }
    }

    /** What is counted there now. */
    public Tally at(UnitId unit, Slot slot) {
        return entry(new OutputKey.OfTally(unit, slot)).now;
    }

    private Entry entry(OutputKey.OfTally key) {
        Entry entry = changed.get(key);
        return entry != null ? entry : held.computeIfAbsent(key, this::stored);
    }

    private Entry stored(OutputKey.OfTally key) {
        Bytes place = Bytes.wrap(key.bytes());
        Tally tally = section.find(place, TallyCodec::read).orElse(Tally.ZERO);
        return new Entry(place, tally, tally);
    }

    /** Writes what has changed. */
    public void flush() {
        changed.forEach((key, entry) -> {
            if (!entry.now.equals(entry.stored)) {
                write(key, entry);
            }
            held.put(key, new Entry(entry.place, entry.now, entry.now));
        });
        changed.clear();
    }

    private void write(OutputKey.OfTally key, Entry entry) {
        if (entry.now.isZero()) {
            delete(entry.place);
            return;
        }
        if (entry.stored.isZero() && key.slot().bucket() instanceof Bucket.FiveMinutes minutes) {
            timers.add(new Timer(minutes.start().plus(Bucket.FiveMinutes.KEPT), Kind.TALLY, entry.place));
        }
        section.put(entry.place, TallyCodec.write(entry.now));
        outbox.send(NodeNames.TALLIES_OUT, entry.place, TallyRow.JSON.write(TallyRow.of(key, entry.now)));
    }

    private void delete(Bytes place) {
        section.delete(place);
        outbox.send(NodeNames.TALLIES_OUT, place, null);
    }

    /** Lets a tally leave that is no longer kept. */
    public void drop(Bytes place) {
        flush();
        held.clear();
        if (section.get(place) != null) {
            delete(place);
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
