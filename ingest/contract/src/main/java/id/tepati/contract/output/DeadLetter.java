package id.tepati.contract.output;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.contract.event.Checked;
import id.tepati.contract.event.RefusedEventDetails;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.event.Sha256;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refused event, kept until it is replayed or dismissed. The same refusal always gets the same id, so that replays
 * and resent requests make no second one.
 *
 * @param code why, by its name on the wire (text, so that codes of later versions can be read)
 * @param pointer JSON pointer to the cause
 * @param cure one sentence that says what to do
 * @param at when it was refused
 * @param where {@code topic/partition/offset} of the original, or {@code gateway}
 * @param payload what was sent, masked and cut to 8 KiB; null where there was nothing to keep, and always for
 *     {@link RejectCode#PERSONAL_DATA_IN_IDENTIFIER}: nothing is kept of such an event, not even masked
 */
@JsonPropertyOrder({"v", "id", "code", "pointer", "cure", "at", "where", "unit", "source", "type", "payload"})
public record DeadLetter(
        String id,
        String code,
        String pointer,
        String cure,
        Instant at,
        String where,
        @Nullable UnitId unit,
        @Nullable String source,
        @Nullable String type,
        @Nullable String payload) {
    /** Version of the JSON form. */
    public static final int VERSION = 1;

    private static final OutputJson.Codec<DeadLetter> JSON = OutputJson.Codec.of(DeadLetter.class);

    /** Where a dead letter comes from that never reached a topic. */
    public static final String GATEWAY = "gateway";

    private static final int ID_DIGITS = 32;

    /** Refuses a letter that does not say what, why, when and where; drops a payload that must not be kept. */
    public DeadLetter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(cure, "cure");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(where, "where");
        payload = code.equals(RejectCode.PERSONAL_DATA_IN_IDENTIFIER.wireName()) ? null : payload;
    }

    /**
     * For a record of an input topic that was refused.
     *
     * @param at the record's timestamp, so that a replay writes the same letter
     * @param value the record's value; null for a tombstone, or if the payload is not to be kept
     */
    public static DeadLetter ofRecord(
            Checked.Rejected rejected, Instant at, String topic, int partition, long offset, byte @Nullable [] value) {
        String payload = value == null ? null : Payloads.kept(value);
        OriginalPlace place = new OriginalPlace(topic, partition, offset);
        return of(rejected, place.letterId(), at, place.toString(), payload);
    }

    /** For an event of a request that was refused before it reached a topic. */
    public static DeadLetter ofRequest(Checked.Rejected rejected, Instant at, byte[] event) {
        RejectCode code = rejected.rejection().code();
        String id = Sha256.hex(Payloads.masked(event) + code.wireName()).substring(0, ID_DIGITS);
        return of(rejected, id, at, GATEWAY, Payloads.kept(event));
    }

    private static DeadLetter of(
            Checked.Rejected rejected, String id, Instant at, String where, @Nullable String payload) {
        Rejection why = rejected.rejection();
        RefusedEventDetails seen = rejected.seen();
        return new DeadLetter(
                id,
                why.code().wireName(),
                why.pointer(),
                why.cure(),
                at,
                where,
                seen.unit(),
                seen.source(),
                seen.type(),
                payload);
    }

    /** Reads what {@link #toJson} wrote. */
    public static DeadLetter fromJson(byte[] json) {
        return JSON.read(json);
    }

    /** Whether the gateway refused the event, which then never reached a topic. */
    @JsonIgnore
    public boolean isFromGateway() {
        return where.equals(GATEWAY);
    }

    /** Where the record lies that was refused; empty for an event that never reached a topic. */
    public Optional<OriginalPlace> original() {
        return OriginalPlace.parse(where);
    }

    /**
     * The event as it was sent. Empty where nothing is kept, or personal data may have been masked in it, or its end cut
     * off: then it would be another event.
     */
    public Optional<byte[]> wholeEvent() {
        return Optional.ofNullable(payload)
                .filter(Payloads::isWhole)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Version of the JSON form that is written. */
    @JsonProperty("v")
    public int v() {
        return VERSION;
    }

    /** The key of its record. */
    public OutputKey.OfDeadLetter key() {
        return new OutputKey.OfDeadLetter(id);
    }

    /** Its JSON form. */
    public byte[] toJson() {
        return JSON.write(this);
    }
}
