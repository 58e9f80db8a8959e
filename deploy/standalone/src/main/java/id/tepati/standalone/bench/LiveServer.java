package id.tepati.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A running server as its users meet it: over HTTP. Thread-safe, but for the pace of {@link #send}. */
final class LiveServer {
    private static final int LINES = 100;
    private static final int AT_ONCE = 500;
    private static final int ACCEPTED = 202;
    private static final int HUNDRED = 100;
    private static final String VIEWERS = "tepati_live_viewers ";

    private final URI address;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final EventWriter writer = new EventWriter();
    private final Semaphore lines = new Semaphore(LINES);
    private final LongAdder refused = new LongAdder();

    /** The server at an address such as {@code http://127.0.0.1:8080}. */
    LiveServer(URI address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /** Publishes a catalogue; returns the instant from which it is known. */
    Instant publish(String yaml) {
        ObjectNode request = json.createObjectNode();
        request.withArray("files").addObject().put("name", "bench.yaml").put("text", yaml);
        byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
        JsonNode answer = exchange(to("/api/v1/catalog?mode=apply", "application/json", body));
        return Instant.parse(answer.path("knownFrom").asText());
    }

    /** Sends events and returns when they are accepted. */
    void deliver(List<OutgoingEvent> events) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            exchange(events(events.subList(from, Math.min(events.size(), from + AT_ONCE))));
        }
    }

    /**
     * Sends events at their instant, whether or not those before were answered, but on so many lines at most.
     *
     * @param door takes down when they were accepted
     */
    void send(List<OutgoingEvent> events, Instant due, Latencies door) {
        HttpRequest request = events(events);
        for (Duration left = until(due); !left.isNegative() && !left.isZero(); left = until(due)) {
            LockSupport.parkNanos(left.toNanos());
        }
        lines.acquireUninterruptibly();
        var unused = http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, error) -> {
            lines.release();
            door.add(due, clock.instant());
            if (error != null || answer.statusCode() != ACCEPTED) {
                refused.add(events.size());
            }
        });
    }

    /** How many of the events that were sent were not accepted. */
    long refused() {
        return refused.sum();
    }

    /** How many events have been judged. */
    long judged() {
        long judged = 0;
        for (JsonNode source : get("/api/v1/status").path("sources")) {
            judged += source.path("received").asLong();
        }
        return judged;
    }

    /** How many cases the read model holds. */
    long cases() {
        return get("/api/v1/status").path("model").path("cases").asLong();
    }

    /** How many viewers follow the live stream. */
    int viewers() {
        String metrics = new String(bytes("/metrics"), StandardCharsets.UTF_8);
        return metrics.lines()
                .filter(line -> line.startsWith(VIEWERS))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(VIEWERS.length())))
                .sum();
    }

    /** The n of the promise {@code completion} of a unit. */
    int completed(String unit) {
        return get("/api/v1/compliance?promise=completion&unit=" + unit)
                .path("rows")
                .path(0)
                .path("n")
                .asInt();
    }

    /** Opens the live stream for one viewer more, whose ages count from an instant on. */
    StreamViewer watch(ProbeCases.Observer pulse, Instant from) {
        return StreamViewer.watch(http, address.resolve("/api/v1/live"), pulse, clock, from);
    }

    private Duration until(Instant due) {
        return Duration.between(clock.instant(), due);
    }

    private HttpRequest events(List<OutgoingEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (OutgoingEvent event : events) {
            bytes.writeBytes(writer.write(event));
            bytes.write('\n');
        }
        return to("/api/v1/events", "application/x-ndjson", bytes.toByteArray());
    }

    private HttpRequest to(String path, String type, byte[] body) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private byte[] bytes(String path) {
        return answer(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    private JsonNode get(String path) {
        return parsed(bytes(path));
    }

    private JsonNode exchange(HttpRequest request) {
        return parsed(answer(request));
    }

    private JsonNode parsed(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / HUNDRED != 2) {
                throw new IllegalStateException(
                        "The server answered " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
