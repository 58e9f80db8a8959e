package id.tepati.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;

/**
 * Stands before a gateway as a bad line does: the first request is answered with 503, the second is passed on but its
 * answer is lost, and then more than ten events are too large.
 */
final class FaultyFront implements AutoCloseable {
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int MOST_EVENTS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final String gateway;
    private final HttpServer server;

    /** What came, and when by the clock of {@link System#nanoTime}. */
    record Request(long nanos, JsonNode events) {
        List<String> ids() {
            return StreamSupport.stream(events.spliterator(), false)
                    .map(event -> event.path("id").asText())
                    .toList();
        }
    }

    FaultyFront(String gateway) throws IOException {
        this.gateway = gateway;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What came so far, the oldest first. */
    List<Request> requests() {
        return new ArrayList<>(requests);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode events = JSON.readTree(body);
            requests.add(new Request(System.nanoTime(), events));
            if (requests.size() == 1) {
                exchange.getResponseHeaders().set("Retry-After", Long.toString(RETRY_AFTER.toSeconds()));
                exchange.sendResponseHeaders(503, -1);
            } else if (requests.size() == 2) {
                passOn(exchange, body);
            } else if (events.size() > MOST_EVENTS) {
                exchange.sendResponseHeaders(413, -1);
            } else {
                HttpResponse<byte[]> answer = passOn(exchange, body);
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private HttpResponse<byte[]> passOn(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + exchange.getRequestURI()))
                .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                .header("Accept-Language", exchange.getRequestHeaders().getFirst("Accept-Language"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
