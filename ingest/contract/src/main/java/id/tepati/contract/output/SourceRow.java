package id.tepati.contract.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import id.tepati.contract.event.ImportBatch;
import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one source of a unit.
 *
 * @param lastSeen record time of its last record, a heartbeat too; for an imported one when it happened
 * @param lastEvent latest time at which one of its events happened; null if it only sent heartbeats
 * @param received records that came, which is counted + duplicate + dead + heartbeats
 * @param counted events that count
 * @param duplicate events that had come before
 * @param dead events that went to the dead letters
 * @param misplaced of those received, records without their unit as key, or on another partition than its own
 * @param aheadMillis by how much its clock was ahead of ours at most, in milliseconds; 0 if never
 * @param unknownFields fields that its events had and the contract does not name, so that nobody read them
 * @param loaded what came last of the past; null where nothing did
 */
@JsonPropertyOrder({
    "v",
    "unit",
    "source",
    "lastSeen",
    "lastEvent",
    "received",
    "counted",
    "duplicate",
    "dead",
    "misplaced",
    "aheadMillis",
    "unknownFields",
    "loaded"
})
public record SourceRow(
        UnitId unit,
        String source,
        Instant lastSeen,
        @Nullable Instant lastEvent,
        long received,
        long counted,
        long duplicate,
        long dead,

        @JsonDeserialize(using = OutputJson.AbsentIsZero.class)
        long misplaced,

        long aheadMillis,

        @JsonDeserialize(using = OutputJson.AbsentIsZero.class)
        long unknownFields,

        @Nullable Loaded loaded) {
    /** Version of the JSON form. */
    public static final int VERSION = 2;

    private static final OutputJson.Codec<SourceRow> JSON = OutputJson.Codec.of(SourceRow.class);

    /**
     * What came of the import that was heard of last.
     *
     * @param batch its name
     * @param records those of it that came from this source of this unit
     * @param of how many it sends in all, of all its sources and units; null where it does not say
     * @param learned record time of the last one
     */
    @JsonPropertyOrder({"batch", "records", "of", "learned"})
    public record Loaded(
            String batch, long records, @Nullable Long of, Instant learned) {
        /** Refuses one without name or time. */
        public Loaded {
            Objects.requireNonNull(batch, "batch");
            Objects.requireNonNull(learned, "learned");
        }

        /** What came of it with one record more, which is the first where it is of another import. */
        public static Loaded with(@Nullable Loaded former, ImportBatch of, Instant learned) {
            return former != null && former.isOf(of)
                    ? new Loaded(former.batch, former.records + 1, former.of, Times.later(former.learned, learned))
                    : new Loaded(of.name(), 1, of.total(), learned);
        }

        private boolean isOf(ImportBatch other) {
            return batch.equals(other.name()) && Objects.equals(of, other.total());
        }
    }

    /** Refuses a row without unit, source or time. */
    public SourceRow {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(lastSeen, "lastSeen");
    }

    /** Reads what {@link #toJson} wrote. */
    public static SourceRow fromJson(byte[] json) {
        return JSON.read(json);
    }

    /** Version of the JSON form that is written. */
    @JsonProperty("v")
    public int v() {
        return VERSION;
    }

    /** The key of its record. */
    public OutputKey.OfSource key() {
        return new OutputKey.OfSource(unit, source);
    }

    /** Its JSON form. */
    public byte[] toJson() {
        return JSON.write(this);
    }
}
