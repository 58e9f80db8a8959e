package id.tepati.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;

/** Takes what Alertmanager sends, to a webhook as well as to a group of Telegram, and keeps it by its path. */
final class Webhook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] TAKEN_BY_TELEGRAM =
            "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":0,\"chat\":{\"id\":-1}}}"
                    .getBytes(StandardCharsets.UTF_8);

    private final List<Message> arrived = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** One message, which may tell of several alerts. */
    record Message(String path, JsonNode body) {
        List<Alert> alerts() {
            return StreamSupport.stream(body.path("alerts").spliterator(), false)
                    .map(Alert::new)
                    .toList();
        }

        boolean isText() {
            return path.endsWith("/sendMessage");
        }
    }

    /** One alert of a message. */
    record Alert(JsonNode alert) {
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

    /** The messages about a unit, as a webhook gets them. */
    List<Message> messages(String unit) {
        return arrived.stream()
                .filter(message ->
                        message.body().path("groupLabels").path("unit").asText().equals(unit))
                .toList();
    }

    /** The messages as people read them that begin with some words. */
    List<String> texts(String beginning) {
        return arrived.stream()
                .filter(Message::isText)
                .map(message -> message.body().path("text").asText().strip())
                .filter(text -> text.startsWith(beginning))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Message message = new Message(exchange.getRequestURI().getPath(), JSON.readTree(exchange.getRequestBody()));
            arrived.add(message);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, TAKEN_BY_TELEGRAM.length);
            exchange.getResponseBody().write(TAKEN_BY_TELEGRAM);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
