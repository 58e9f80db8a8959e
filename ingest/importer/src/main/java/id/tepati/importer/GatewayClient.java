package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.contract.event.ImportBatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks to one gateway. Repeats a request while the gateway is busy, starting or away, which is safe: an event that
 * was taken already is known by its id. Thread-safe.
 */
final class GatewayClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI url;
    private final ImportLimits pace;

    GatewayClient(URI url, ImportLimits pace) {
        this.url = URI.create(url.toString().replaceAll("/+$", ""));
        this.pace = pace;
    }

    /** One try whether anybody is there, so that a wrong address is told at once. */
    void requireAnswer() {
        try {
            http.send(statusRequest(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new ImportException(
                    ImportExit.UNREACHABLE,
                    "nobody answers at " + url + " (" + e.getClass().getSimpleName()
                            + "); start a server with `deploy/tepati up`, or correct --url");
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends events of one import, which is named to the gateway. */
    BatchAnswer send(Batch batch, ImportBatch of) {
        HttpResponse<String> answer = repeat(post("/api/v1/events", "application/cloudevents-batch+json", batch.body())
                .header(ImportBatch.HTTP_HEADER, of.name())
                .build());
        JsonNode json = EventJson.read(answer.body());
        boolean counted = answer.statusCode() == 202 || answer.statusCode() == 422;
        if (counted && json.path("rejected").isArray()) {
            return BatchAnswer.of(json, batch);
        }
        throw refused(ImportExit.REFUSED, "the events", answer);
    }

    PublicationResult apply(String yaml) {
        byte[] request = EventJson.catalogueRequest("derived.yaml", yaml);
        HttpResponse<String> answer = repeat(
                post("/api/v1/catalog?mode=apply", "application/json", request).build());
        if (answer.statusCode() != 200) {
            throw refused(ImportExit.CATALOGUE, "the derived catalogue", answer);
        }
        JsonNode json = EventJson.read(answer.body());
        return new PublicationResult(
                json.path("added").asLong(),
                json.path("changed").asLong(),
                json.path("unchanged").asLong(),
                instant(json.path("knownFrom")).orElse(null));
    }

    private static Optional<Instant> instant(JsonNode text) {
        try {
            return text.isTextual() ? Optional.of(Instant.parse(text.asText())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** One look at the status of a source; repeated like every request while nobody answers. */
    SourceStatus status(String source) {
        HttpResponse<String> answer = repeat(statusRequest());
        if (answer.statusCode() != 200) {
            throw refused(ImportExit.REFUSED, "the question for its status", answer);
        }
        return SourceStatus.of(EventJson.read(answer.body()), source)
                .orElseThrow(() -> refused(ImportExit.REFUSED, "the question for its status", answer));
    }

    private HttpRequest statusRequest() {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1/status"))
                .timeout(ANSWER)
                .GET()
                .build();
    }

    private HttpRequest.Builder post(String path, String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> repeat(HttpRequest request) {
        Backoff backoff = new Backoff(pace);
        while (true) {
            String trouble;
            Duration asked = Duration.ZERO;
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (!BUSY.contains(answer.statusCode())) {
                    return answer;
                }
                trouble = "status " + answer.statusCode();
                asked = retryAfter(answer);
            } catch (IOException e) {
                trouble = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            if (!backoff.pause(asked)) {
                throw unreachable(trouble);
            }
        }
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        String seconds = answer.headers().firstValue("Retry-After").orElse("");
        return seconds.matches("\\d{1,3}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private ImportException unreachable(String trouble) {
        return new ImportException(
                ImportExit.UNREACHABLE,
                "no gateway took the request at " + url + " for "
                        + pace.repeatFor().toSeconds() + " s (" + trouble
                        + "); start it with `deploy/tepati up` or correct --url, then run the same import again:"
                        + " what was taken already is not counted twice");
    }

    private static ImportException refused(ImportExit exit, String what, HttpResponse<String> answer) {
        String body = answer.body().strip();
        return new ImportException(
                exit,
                "the gateway refused " + what + " with status " + answer.statusCode() + ": "
                        + (body.length() <= 2000 ? body : body.substring(0, 2000) + "..."));
    }

    static ImportException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ImportException(
                ImportExit.NOT_PROCESSED, "the import was interrupted; run it again, nothing is counted twice", e);
    }
}
