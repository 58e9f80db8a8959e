package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a catalogue changed, in entries.
 *
 * @param knownFrom from when on all of it is known, by the server's clock; null for a catalogue without entries
 */
public record PublicationResult(
        long added, long changed, long unchanged, @Nullable Instant knownFrom) {
    /** Reads an answer; empty where it is no such thing. */
    static Optional<PublicationResult> of(JsonNode json) {
        if (!json.path("added").isIntegralNumber()) {
            return Optional.empty();
        }
        return Optional.of(new PublicationResult(
                json.path("added").asLong(),
                json.path("changed").asLong(),
                json.path("unchanged").asLong(),
                ServerStatus.instant(json.path("knownFrom"))));
    }
}
