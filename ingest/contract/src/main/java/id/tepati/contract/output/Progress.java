package id.tepati.contract.output;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far the pipeline has come in one partition.
 *
 * @param v version of this form, 1
 * @param asOf the instant at which the partition's cases are judged
 * @param processed by input topic the offset of the next record to be read
 */
public record Progress(int v, int partition, Instant asOf, Map<String, Long> processed) {
    /** Reads and writes the record. */
    public static final OutputJson.Codec<Progress> JSON = OutputJson.Codec.of(Progress.class);

    private static final int VERSION = 1;

    /** Takes a copy, ordered by topic. */
    public Progress {
        Objects.requireNonNull(asOf, "asOf");
        processed = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(processed, "processed")));
    }

    /** How far a partition has come. */
    public static Progress of(int partition, Instant asOf, Map<String, Long> processed) {
        return new Progress(VERSION, partition, asOf, processed);
    }

    /** The key of its record: the partition's number. */
    public String key() {
        return Integer.toString(partition);
    }
}
