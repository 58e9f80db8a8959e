package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a gateway did with the events of a request.
 *
 * @param accepted how many are stored
 * @param repeated of these, how many it recognised as sent twice
 */
public record EventReceipt(long accepted, long repeated, List<Rejected> rejected) {
    /** Takes a copy of the list. */
    public EventReceipt {
        rejected = List.copyOf(rejected);
    }

    /**
     * An event that was not taken.
     *
     * @param index its place in the request, from 0; -1 where that is not told
     * @param pointer the part of the event that is to blame, as a JSON pointer
     */
    public record Rejected(int index, String code, String pointer, String cure) {
        private static Rejected of(JsonNode json) {
            return new Rejected(
                    json.path("index").asInt(-1),
                    json.path("code").asText("rejected"),
                    json.path("pointer").asText("/"),
                    json.path("cure").asText("see the contract of the event"));
        }
    }

    /** Reads an answer; empty where it is no such thing. */
    static Optional<EventReceipt> of(JsonNode json) {
        if (!json.path("rejected").isArray()) {
            return Optional.empty();
        }
        return Optional.of(new EventReceipt(
                json.path("accepted").asLong(),
                json.path("repeated").asLong(),
                StreamSupport.stream(json.path("rejected").spliterator(), false)
                        .map(Rejected::of)
                        .toList()));
    }
}
