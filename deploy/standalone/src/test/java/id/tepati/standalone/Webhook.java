package id.tepati.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what Alertmanager sends and keeps each alert with the path it came by. */
final class Webhook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** One alert of one message. */
    record Arrived(String path, JsonNode alert) {
        String label(String name) {
            return alert.path("labels").path(name).asText();
        }

        String annotation(String name) {
            return alert.path("annotations").path(name).asText();
        }
    }

    Webhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Arrived> alerts(String name) {
        return arrived.stream()
                .filter(one -> one.label("alertname").equals(name))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            for (JsonNode alert : JSON.readTree(exchange.getRequestBody()).path("alerts")) {
                arrived.add(new Arrived(exchange.getRequestURI().getPath(), alert));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
