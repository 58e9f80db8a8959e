package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a server did about one dead letter.
 *
 * @param outcome {@code sent} or {@code dismissed}; any other says why it stays
 * @param where {@code topic/partition/offset} of what was sent; empty where nothing was
 * @param code why it was refused again; empty where it was not
 * @param pointer JSON pointer to the cause of that
 * @param cure one sentence that says what to do; empty where nothing is
 */
public record LetterResult(String id, String outcome, String where, String code, String pointer, String cure) {
    /** Reads an answer; empty where it is no such thing. */
    static Optional<List<LetterResult>> listOf(JsonNode json) {
        JsonNode letters = json.path("letters");
        return letters.isArray()
                ? Optional.of(StreamSupport.stream(letters.spliterator(), false)
                        .map(LetterResult::of)
                        .toList())
                : Optional.empty();
    }

    private static LetterResult of(JsonNode json) {
        return new LetterResult(
                json.path("id").asText(),
                json.path("outcome").asText(),
                json.path("where").asText(),
                json.path("code").asText(),
                json.path("pointer").asText(),
                json.path("cure").asText());
    }

    /** Whether it was sent again. */
    public boolean isSent() {
        return outcome.equals("sent");
    }

    /** Whether it is off the list. */
    public boolean isGone() {
        return isSent() || outcome.equals("dismissed");
    }

    /** The id that a letter of what was sent would have, should the pipeline refuse that. */
    public String letterOfPipeline() {
        return where.replace('/', '-');
    }
}
