package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /api/v1/status} says of one source.
 *
 * @param now the server's clock
 * @param asOf up to when everything learned is in the figures; null before the first word of the pipeline
 */
record SourceStatus(Instant now, @Nullable Instant asOf, SourceCounts counters) {
    /** Reads an answer; empty where it has no readable {@code now}. */
    static Optional<SourceStatus> of(JsonNode json, String source) {
        Instant now = instant(json.path("now"));
        return now == null
                ? Optional.empty()
                : Optional.of(new SourceStatus(now, instant(json.path("asOf")), counters(json, source)));
    }

    private static SourceCounts counters(JsonNode json, String source) {
        SourceCounts sum = SourceCounts.NONE;
        for (JsonNode row : json.path("sources")) {
            if (row.path("source").asText().equals(source)) {
                sum = sum.plus(new SourceCounts(
                        row.path("received").asLong(),
                        row.path("counted").asLong(),
                        row.path("duplicate").asLong(),
                        row.path("dead").asLong()));
            }
        }
        return sum;
    }

    private static @Nullable Instant instant(JsonNode text) {
        try {
            return text.isTextual() ? Instant.parse(text.asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean covers(Instant instant) {
        return asOf != null && !asOf.isBefore(instant);
    }
}
