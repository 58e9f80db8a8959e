package id.tepati.contract.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far the pipeline has come in one partition.
 *
 * @param asOf the instant at which the partition's cases are judged
 * @param processed by input topic the offset of the next record to be read
 */
@JsonPropertyOrder({"v", "partition", "asOf", "processed"})
public record Progress(int partition, Instant asOf, Map<String, Long> processed) {
    /** Version of the JSON form. */
    public static final int VERSION = 1;

    private static final OutputJson.Codec<Progress> JSON = OutputJson.Codec.of(Progress.class);

    /** Takes a copy, ordered by topic. */
    public Progress {
        Objects.requireNonNull(asOf, "asOf");
        processed = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(processed, "processed")));
    }

    /** Reads what {@link #toJson} wrote. */
    public static Progress fromJson(byte[] json) {
        return JSON.read(json);
    }

    /** Version of the JSON form that is written. */
    @JsonProperty("v")
    public int v() {
        return VERSION;
    }

    /** The key of its record. */
    public OutputKey.OfPartition key() {
        return new OutputKey.OfPartition(partition);
    }

    /** Its JSON form. */
    public byte[] toJson() {
        return JSON.write(this);
    }
}
