package id.tepati.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that gives its answers in the order of a script, the last one for ever. */
final class ScriptedServer implements AutoCloseable {
    /** What came in. */
    record Request(String line, String type, String batch, String language, String authorization, String body) {}

    /** What goes out; a status of 0 breaks the connection off. */
    record Reply(int status, Map<String, String> headers, String body) {}

    private final Deque<Reply> script = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpServer server;

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedServer then(int status, String body) {
        return then(status, Map.of(), body);
    }

    synchronized ScriptedServer then(int status, Map<String, String> headers, String body) {
        script.add(new Reply(status, headers, body));
        return this;
    }

    ScriptedServer thenBreaksOff() {
        return then(0, "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply = note(exchange, new String(body, StandardCharsets.UTF_8));
            if (reply.status() == 0) {
                throw new IOException("broken off");
            }
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] out = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), out.length == 0 ? -1 : out.length);
            exchange.getResponseBody().write(out);
        }
    }

    private synchronized Reply note(HttpExchange exchange, String body) {
        requests.add(new Request(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                header(exchange, "Content-Type"),
                header(exchange, "Tepati-Batch") + " " + header(exchange, "Tepati-Batch-Total"),
                header(exchange, "Accept-Language"),
                header(exchange, "Authorization"),
                body));
        return script.size() > 1 ? script.remove() : script.element();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    ServerAddress address() {
        return ServerAddress.parse("http://127.0.0.1:" + server.getAddress().getPort())
                .orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
