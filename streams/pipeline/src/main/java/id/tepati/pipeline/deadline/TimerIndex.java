package id.tepati.pipeline.deadline;

import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.state.StoredInstant;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * Everything that happens by the mere passing of time, ordered by when: one range scan finds what is due. Stepping over
 * deleted entries costs more the more of them there are, so nothing is scanned before the instant of the first entry, and
 * then from that instant on. Confined to a task.
 */
public final class TimerIndex {
    private static final byte[] NOTHING = new byte[0];

    private final Section section;
    private long noneBefore = Long.MIN_VALUE;

    /** What is to be looked at when its time has come. */
    public enum Kind {
        /** A case may stand otherwise. */
        CASE((byte) 0),
        /** A five-minute tally is no longer kept. */
        TALLY((byte) 1);

        private final byte code;

        Kind(byte code) {
            this.code = code;
        }
    }

    /**
     * An entry of the index.
     *
     * @param subject key of the case or tally
     */
    public record Timer(Instant at, Kind kind, Bytes subject) {}

    /** An index in the given section. */
    public TimerIndex(Section section) {
        this.section = section;
    }

    /** Adds an entry; adding it again changes nothing. */
    public void add(Timer timer) {
        long micros = StoredInstant.of(timer.at());
        noneBefore = Math.min(noneBefore, micros);
        section.put(key(timer), NOTHING);
    }

    /** Takes an entry out, if it is there. */
    public void remove(Timer timer) {
        section.delete(key(timer));
    }

    /** The first entries not later than an instant, in order of time, at most so many. They stay in the index. */
    public List<Timer> due(Instant asOf, int atMost) {
        if (StoredInstant.of(asOf) < noneBefore) {
            return List.of();
        }
        List<Timer> found = new ArrayList<>();
        section.visit(from(noneBefore), (key, nothing) -> {
            Timer next = timer(key.get());
            found.add(next);
            return !next.at().isAfter(asOf) && found.size() < atMost;
        });
        noneBefore =
                found.isEmpty() ? Long.MAX_VALUE : StoredInstant.of(found.get(0).at());
        found.removeIf(timer -> timer.at().isAfter(asOf));
        return found;
    }

    /** Whether an entry is not later than an instant. */
    public boolean hasDue(Instant asOf) {
        return !due(asOf, 1).isEmpty();
    }

    private static Bytes key(Timer timer) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + 1 + timer.subject().get().length)
                .putLong(sortable(StoredInstant.of(timer.at())))
                .put(timer.kind().code)
                .put(timer.subject().get())
                .array());
    }

    private static Bytes from(long micros) {
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES).putLong(sortable(micros)).array());
    }

    /** Bytes sort without sign. */
    private static long sortable(long micros) {
        return micros ^ Long.MIN_VALUE;
    }

    private static Timer timer(byte[] key) {
        long micros = sortable(ByteBuffer.wrap(key).getLong());
        Kind kind = key[Long.BYTES] == Kind.CASE.code ? Kind.CASE : Kind.TALLY;
        return new Timer(
                StoredInstant.instant(micros), kind, Bytes.wrap(Arrays.copyOfRange(key, Long.BYTES + 1, key.length)));
    }
}
