package id.tepati.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.ImportBatch;
import id.tepati.standalone.demo.city.CityEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The gateway and the API of a running server, over HTTP. Sends again while the server is busy, which is harmless:
 * events are known by their ids. Thread-safe.
 */
final class HttpDoor implements EventDoor {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Set<Integer> BUSY = Set.of(429, 503);
    /** With the rests between them some ten minutes: a laptop may be busy with other things. */
    private static final int TRIES = 2_400;

    private static final int AT_ONCE = 500;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final EventWriter writer = new EventWriter();
    private final URI address;
    private final StoppableWait patience;
    private final AtomicLong sent = new AtomicLong();

    HttpDoor(URI address, StoppableWait patience) {
        this.address = address;
        this.patience = patience;
    }

    /** Publishes the files of a catalogue and answers from when on it is known, if it is not yet. */
    Optional<Instant> publish(Map<String, String> files) {
        ObjectNode request = json.createObjectNode();
        files.forEach((name, text) ->
                request.withArray("files").addObject().put("name", name).put("text", text));
        JsonNode answer = post(
                "/api/v1/catalog?mode=apply",
                "application/json",
                request.toString().getBytes(StandardCharsets.UTF_8),
                null);
        return instant(answer.path("knownFrom"));
    }

    @Override
    public void send(List<CityEvent> events) {
        send(events, null);
    }

    /** A door for the events of one import. */
    EventDoor of(ImportBatch batch) {
        return events -> send(events, batch);
    }

    private void send(List<CityEvent> events, @Nullable ImportBatch of) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            List<CityEvent> batch = events.subList(from, Math.min(events.size(), from + AT_ONCE));
            JsonNode answer = post("/api/v1/events", "application/x-ndjson", lines(batch), of);
            if (!answer.path("rejected").isEmpty()) {
                throw new DemoException("The gateway refused an invented event: "
                        + answer.path("rejected").path(0));
            }
            sent.addAndGet(batch.size());
        }
    }

    /** How many events were taken from here. */
    long sent() {
        return sent.get();
    }

    /** How many events the pipeline has been through, from all sources and since ever. */
    long judged() {
        long judged = 0;
        for (JsonNode source : exchange(request("/api/v1/status").GET().build()).path("sources")) {
            judged += source.path("received").asLong();
        }
        return judged;
    }

    /** Whether anything is counted for a unit and those below it. */
    boolean hasFigures(String unit) {
        JsonNode rows = exchange(request("/api/v1/compliance?subtree=true&unit=" + unit)
                        .GET()
                        .build())
                .path("rows");
        for (JsonNode row : rows) {
            if (row.path("opened").asLong() > 0) {
                return true;
            }
        }
        return false;
    }

    private byte[] lines(List<CityEvent> events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (CityEvent event : events) {
            lines.writeBytes(writer.write(event.event()));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private JsonNode post(String path, String type, byte[] body, @Nullable ImportBatch of) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (of != null) {
            request.header(ImportBatch.HTTP_HEADER, of.name());
        }
        return exchange(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT).header("Accept-Language", "en");
    }

    private JsonNode exchange(HttpRequest request) {
        for (int tries = 0; tries < TRIES && !patience.isOver(); tries++) {
            Optional<HttpResponse<String>> answer = once(request).filter(one -> !BUSY.contains(one.statusCode()));
            if (answer.isPresent()) {
                return read(answer.get());
            }
            patience.rest();
        }
        throw new DemoException("The server at " + address + " stays busy: stop the demo and start it again.");
    }

    /** Nothing where the server did not answer in time. */
    private Optional<HttpResponse<String>> once(HttpRequest request) {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (HttpTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DemoException("The server at " + address + " does not answer: start the demo again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("The demo was interrupted: start it again, it goes on where it was.", e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new DemoException("The server answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new DemoException("The server answered no JSON: " + answer.body(), e);
        }
    }

    private static Optional<Instant> instant(JsonNode text) {
        try {
            return text.isTextual() ? Optional.of(Instant.parse(text.asText())) : Optional.empty();
        } catch (DateTimeException e) {
            throw new DemoException("The server answered " + text + " where an instant belongs.", e);
        }
    }
}
