package id.tepati.access.http;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer tells a browser. A page that a browser is to draw says more of itself, and a policy of its own. */
final class SecurityHeaders {
    private static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private SecurityHeaders() {}

    static void put(Context ctx) {
        ALL.forEach(ctx::header);
    }
}
