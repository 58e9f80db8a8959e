package id.tepati.dashboard.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers a probe: the text {@code ok}, or 503 with the reason as JSON. */
record Probe(Supplier<Optional<String>> trouble) implements Handler {
    private record Reason(String status, String reason) {}

    @Override
    public void handle(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        Optional<String> reason = trouble.get();
        if (reason.isEmpty()) {
            ctx.contentType("text/plain; charset=utf-8").result("ok\n");
        } else {
            ctx.status(503).contentType("application/json").result(Json.write(new Reason("unavailable", reason.get())));
        }
    }
}
