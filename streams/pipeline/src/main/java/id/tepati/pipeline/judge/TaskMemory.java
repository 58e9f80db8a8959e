package id.tepati.pipeline.judge;

import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.state.StoredInstant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The few things that a task must remember across a restart beside its cases and tallies. Confined to a task. */
final class TaskMemory {
    private static final Bytes AS_OF = name("as-of");
    private static final Bytes WALKED = name("walked-entries");
    private static final Bytes TARGET = name("walk-target");
    private static final Bytes CURSOR = name("walk-cursor");

    private final Section section;

    TaskMemory(Section section) {
        this.section = section;
    }

    /** How far the task had come when timers last fired. */
    Instant asOf() {
        return StoredInstant.instant(number(AS_OF, Long.MIN_VALUE));
    }

    void asOf(Instant asOf) {
        section.put(AS_OF, bytes(StoredInstant.of(asOf)));
    }

    /** The edition of the catalogue, by its number of entries, under which every case has been judged. */
    long walkedEntries() {
        return number(WALKED, 0);
    }

    void walkedEntries(long entries) {
        section.put(WALKED, bytes(entries));
    }

    /** The edition for which the walk under way was begun. */
    long walkTarget() {
        return number(TARGET, 0);
    }

    void walkTarget(long entries) {
        section.put(TARGET, bytes(entries));
    }

    /** The last case that a walk which is not finished has judged, or null. */
    byte @Nullable [] cursor() {
        return section.get(CURSOR);
    }

    void cursor(byte @Nullable [] caseKey) {
        if (caseKey == null) {
            section.delete(CURSOR);
        } else {
            section.put(CURSOR, caseKey);
        }
    }

    private long number(Bytes name, long absent) {
        byte[] stored = section.get(name);
        return stored == null ? absent : ByteBuffer.wrap(stored).getLong();
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static Bytes name(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
