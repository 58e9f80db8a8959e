package id.tepati.pipeline.state;

import java.time.Instant;

/**
 * Where a record stood in the input.
 *
 * @param timestamp when the broker took it, in milliseconds since 1970
 */
public record Origin(String topic, int partition, long offset, long timestamp) {
    /** When we learned of it. */
    public Instant learned() {
        return Instant.ofEpochMilli(timestamp);
    }
}
