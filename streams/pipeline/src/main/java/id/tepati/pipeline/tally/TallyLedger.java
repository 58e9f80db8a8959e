package id.tepati.pipeline.tally;

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
import java.nio.charset.StandardCharsets;
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
    private final Map<Place, Entry> changed = new LinkedHashMap<>();
    private final Map<Place, Entry> held = new LinkedHashMap<>(HELD, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Entry> eldest) {
            return size() > HELD;
        }
    };

    private record Place(UnitId unit, Slot slot) {}

    /**
     * A tally at work.
     *
     * @param stored as the section has it
     */
    private record Entry(Bytes key, Tally stored, Tally now) {}

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
        after.parts().forEach((slot, tally) -> replace(new Place(unit, slot), before.at(slot), tally, asOf));
        before.parts().forEach((slot, tally) -> {
            if (!after.parts().containsKey(slot)) {
                replace(new Place(unit, slot), tally, Tally.ZERO, asOf);
            }
        });
    }

    private void replace(Place place, Tally before, Tally after, Instant asOf) {
        if (!before.equals(after) && !isGone(place.slot.bucket(), asOf)) {
            Entry entry = entry(place);
            changed.put(
                    place,
                    new Entry(entry.key, entry.stored, entry.now.minus(before).plus(after)));
        }
    }

    /** What is counted there now. */
    public Tally at(UnitId unit, Slot slot) {
        return entry(new Place(unit, slot)).now;
    }

    private Entry entry(Place place) {
        Entry entry = changed.get(place);
        return entry != null ? entry : held.computeIfAbsent(place, this::stored);
    }

    private Entry stored(Place place) {
        Bytes key = Bytes.wrap(TallyRow.key(place.unit, place.slot).getBytes(StandardCharsets.UTF_8));
        Tally tally = section.find(key, TallyCodec::read).orElse(Tally.ZERO);
        return new Entry(key, tally, tally);
    }

    /** Writes what has changed. */
    public void flush() {
        changed.forEach((place, entry) -> {
            if (!entry.now.equals(entry.stored)) {
                write(place.slot.bucket(), entry);
            }
            held.put(place, new Entry(entry.key, entry.now, entry.now));
        });
        changed.clear();
    }

    private void write(Bucket bucket, Entry entry) {
        if (entry.now.isZero()) {
            delete(entry.key);
            return;
        }
        if (entry.stored.isZero() && bucket instanceof Bucket.FiveMinutes minutes) {
            timers.add(new Timer(minutes.start().plus(Bucket.FiveMinutes.KEPT), Kind.TALLY, entry.key));
        }
        section.put(entry.key, TallyCodec.write(entry.now));
        String name = name(entry.key);
        outbox.send(NodeNames.TALLIES_OUT, name, TallyRow.JSON.write(TallyRow.of(name, entry.now)));
    }

    private void delete(Bytes key) {
        section.delete(key);
        outbox.send(NodeNames.TALLIES_OUT, name(key), null);
    }

    private static String name(Bytes key) {
        return new String(key.get(), StandardCharsets.UTF_8);
    }

    /** Lets a tally leave that is no longer kept. */
    public void drop(Bytes key) {
        flush();
        held.clear();
        if (section.get(key) != null) {
            delete(key);
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
