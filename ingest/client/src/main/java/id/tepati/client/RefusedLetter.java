package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as a server tells it.
 *
 * @param id its own, by which it is replayed
 * @param code why it was refused
 * @param pointer JSON pointer to the cause within the event
 * @param cure one sentence that says what to do
 * @param at when the refused event was received
 * @param where {@code topic/partition/offset} of the refused record, or {@code gateway}
 * @param unit null where the event names none
 * @param source masked; null where the event names none
 * @param type of the event on the wire; null where it names none
 * @param payload what was sent, masked; null where nothing is kept
 */
public record RefusedLetter(
        String id,
        String code,
        String pointer,
        String cure,
        Instant at,
        String where,
        @Nullable String unit,
        @Nullable String source,
        @Nullable String type,
        @Nullable String payload) {
    /** Reads one of a list; empty where it is no such thing. */
    static Optional<RefusedLetter> of(JsonNode json) {
        return Optional.ofNullable(ServerStatus.instant(json.path("at")))
                .map(at -> new RefusedLetter(
                        json.path("id").asText(),
                        json.path("code").asText("rejected"),
                        json.path("pointer").asText(),
                        json.path("cure").asText("see the dead letters of the server"),
                        at,
                        json.path("where").asText(),
                        json.path("unit").textValue(),
                        json.path("source").textValue(),
                        json.path("type").textValue(),
                        json.path("payload").textValue()));
    }
}
