package id.tepati.contract.output;

import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one source of a unit.
 *
 * @param v version of this form, 1
 * @param lastSeen record time of its last record, a heartbeat too
 * @param lastEvent latest time at which one of its events happened; null if it only sent heartbeats
 * @param received records that came, which is counted + duplicate + dead + heartbeats
 * @param counted events that count
 * @param duplicate events that had come before
 * @param dead events that went to the dead letters
 * @param aheadMillis by how much its clock was ahead of ours at most, in milliseconds; 0 if never
 */
public record SourceRow(
        int v,
        String unit,
        String source,
        Instant lastSeen,
        @Nullable Instant lastEvent,
        long received,
        long counted,
        long duplicate,
        long dead,
        long aheadMillis) {
    /** Reads and writes the record. */
    public static final OutputJson.Codec<SourceRow> JSON = OutputJson.Codec.of(SourceRow.class);

    private static final int VERSION = 1;

    /** Refuses a row without unit, source or time. */
    public SourceRow {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(lastSeen, "lastSeen");
    }

    /** What is known of a source. */
    public static SourceRow of(
            UnitId unit,
            String source,
            Instant lastSeen,
            @Nullable Instant lastEvent,
            long received,
            long counted,
            long duplicate,
            long dead,
            long aheadMillis) {
        return new SourceRow(
                VERSION, unit.value(), source, lastSeen, lastEvent, received, counted, duplicate, dead, aheadMillis);
    }

    /** The unit that it reports for. */
    public UnitId unitId() {
        return new UnitId(unit);
    }

    /** The key of its record, {@code unit|source}; a unit id holds no bar. */
    public String key() {
        return unit + "|" + source;
    }
}
