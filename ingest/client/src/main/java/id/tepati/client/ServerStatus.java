package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a server is: what it says at {@code /api/v1/status}.
 *
 * @param now the server's clock
 * @param asOf up to when everything that was sent is in the figures; null before the first word of the pipeline
 * @param freshness the age of the figures in seconds; null where {@code asOf} is
 * @param cases how many cases it holds
 * @param unreadable output records that it cannot read
 */
public record ServerStatus(
        Instant now,
        @Nullable Instant asOf,
        @Nullable Double freshness,
        long cases,
        long tallies,
        long deadLetters,
        long unreadable,
        List<Source> sources) {
    /** Takes a copy of the list. */
    public ServerStatus {
        sources = List.copyOf(sources);
    }

    /**
     * A source of a unit, and how many of its events went which way.
     *
     * @param lastSeen as the server writes it; empty where it never was
     * @param unit empty where only letters tell of it that do not say it; the same for {@code source}
     * @param silent whether it should have sent a sign of life and did not; false where that cannot be told
     * @param dead its dead letters
     * @param atGateway of these, the events that the gateway refused
     */
    public record Source(
            String unit,
            String source,
            String lastSeen,
            boolean silent,
            long received,
            long counted,
            long duplicate,
            long dead,
            long atGateway,
            long misplaced) {
        private static Source of(JsonNode json) {
            return new Source(
                    json.path("unit").asText(),
                    json.path("source").asText(),
                    json.path("lastSeen").asText(),
                    json.path("silent").asBoolean(),
                    json.path("received").asLong(),
                    json.path("counted").asLong(),
                    json.path("duplicate").asLong(),
                    json.path("dead").asLong(),
                    json.path("atGateway").asLong(),
                    json.path("misplaced").asLong());
        }
    }

    /** Reads an answer; empty where it has no readable {@code now}. */
    public static Optional<ServerStatus> of(JsonNode json) {
        return Optional.ofNullable(instant(json.path("now"))).map(now -> of(now, json));
    }

    private static ServerStatus of(Instant now, JsonNode json) {
        JsonNode model = json.path("model");
        JsonNode freshness = json.path("freshness");
        return new ServerStatus(
                now,
                instant(json.path("asOf")),
                freshness.isNumber() ? freshness.asDouble() : null,
                model.path("cases").asLong(),
                model.path("tallies").asLong(),
                model.path("deadLetters").asLong(),
                model.path("unreadable").asLong(),
                StreamSupport.stream(json.path("sources").spliterator(), false)
                        .map(Source::of)
                        .toList());
    }

    static @Nullable Instant instant(JsonNode text) {
        try {
            return text.isTextual() ? Instant.parse(text.asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** How many events the pipeline has been through, from all sources and since ever. */
    public long received() {
        return sources.stream()
                .mapToLong(source -> source.received() - source.atGateway())
                .sum();
    }
}
