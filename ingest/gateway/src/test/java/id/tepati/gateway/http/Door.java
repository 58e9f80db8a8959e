package id.tepati.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.access.http.Gate;
import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.catalogue.feed.CataloguePublisher;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;

/** A gateway on a server of its own, at a free port of loopback. */
final class Door implements AutoCloseable {
    static final String SINGLE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String LINES = "application/x-ndjson";

    private static final ObjectMapper JSON = new ObjectMapper();

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Producer<byte[], byte[]> producer;
    private final Gateway gateway;
    private final Javalin server;

    Door(
            Producer<byte[], byte[]> producer,
            Map<String, Object> client,
            CatalogueFeed feed,
            Supplier<CataloguePublisher> publishers,
            Clock clock,
            Gate gate,
            GatewaySettings settings) {
        this.producer = producer;
        this.gateway = new Gateway(producer, client, feed, publishers, clock, meters, settings);
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    gate.guard(config);
                    gateway.addTo(config);
                })
                .start("127.0.0.1", 0);
    }

    /** What the gateway answered. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + body, e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What is answered, as method and path. */
    Set<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(handler -> handler.endpoint.method.isHttpMethod())
                .map(handler -> handler.endpoint.method + " " + handler.endpoint.path)
                .collect(Collectors.toSet());
    }

    Answer events(String contentType, String body, String... headers) {
        return post("/api/v1/events", contentType, BodyPublishers.ofString(body), headers);
    }

    Answer catalogue(String mode, Map<String, String> files) {
        var list = JSON.createArrayNode();
        files.forEach((name, text) -> list.addObject().put("name", name).put("text", text));
        String body = JSON.createObjectNode().set("files", list).toString();
        return post("/api/v1/catalog?mode=" + mode, "application/json", BodyPublishers.ofString(body));
    }

    Answer post(String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", contentType)
                .POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    double counted(String result) {
        return meters.counter("tepati.gateway.events", "result", result).count();
    }

    @Override
    public void close() {
        server.stop();
        gateway.close();
        producer.close(Duration.ZERO);
    }
}
