package id.tepati.access.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.contract.output.OutputJson;
import java.util.List;
import java.util.Objects;

/**
 * Where the change log ends: number and hash of its last line. It lies in {@code tepati.access.v1}, apart from the log and
 * written in one transaction with it, so that a line cut off from the end is missed.
 */
@JsonPropertyOrder({"v", "seq", "hash"})
public record ChainHead(int seq, String hash) {
    /** The key of its record. */
    public static final String KEY = "changes|head";
    /** Before the first line. */
    public static final ChainHead BEFORE_ALL = new ChainHead(0, "0".repeat(64));

    private static final int VERSION = 1;
    private static final OutputJson.Codec<ChainHead> JSON = OutputJson.Codec.of(ChainHead.class, List.of());

    /** Refuses one without a hash. */
    public ChainHead {
        Objects.requireNonNull(hash, "hash");
    }

    /** Reads what {@link #toJson} wrote. */
    public static ChainHead fromJson(byte[] json) {
        return JSON.read(json);
    }

    /** Version of the JSON form that is written. */
    @JsonProperty("v")
    public int v() {
        return VERSION;
    }

    /** Its JSON form, in UTF-8. */
    public byte[] toJson() {
        return JSON.write(this);
    }

    /** As people note it: {@code 42:HASH}. */
    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
