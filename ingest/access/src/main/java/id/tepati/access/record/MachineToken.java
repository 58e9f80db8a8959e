package id.tepati.access.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.Identity;
import id.tepati.access.secret.SecretHash;
import id.tepati.contract.output.OutputJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A token of a machine that reads, such as Prometheus or a script.
 *
 * @param grant the one thing that it may
 * @param hash of the token
 * @param expires it is good for nothing from then on
 */
@JsonPropertyOrder({"v", "id", "grant", "hash", "expires"})
public record MachineToken(AccountId id, Grant grant, SecretHash hash, Instant expires) implements AccessRecord {
    private static final int VERSION = 1;
    private static final OutputJson.Codec<MachineToken> JSON = RecordJson.codec(MachineToken.class);

    /** Refuses a token that lacks something. */
    public MachineToken {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(expires, "expires");
    }

    /** Reads what {@link #toJson} wrote. */
    public static MachineToken fromJson(byte[] json) {
        return JSON.read(json);
    }

    /** Version of the JSON form that is written. */
    @JsonProperty("v")
    public int v() {
        return VERSION;
    }

    /** Whether it is still good at an instant. */
    public boolean lastsAt(Instant instant) {
        return instant.isBefore(expires);
    }

    /** As whom its bearer asks. */
    public Identity identity() {
        return new Identity(id.value(), Identity.Kind.TOKEN, List.of(grant));
    }

    @Override
    public RecordKey key() {
        return RecordKey.token(id);
    }

    @Override
    public byte[] toJson() {
        return JSON.write(this);
    }

    @Override
    public SortedMap<String, Object> openly() {
        return new TreeMap<>(Map.of("grant", grant.toString(), "expires", expires.toString()));
    }
}
