package id.tepati.gateway.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a whole request was not taken; each has its texts in the bundles {@code problems_*.properties}. */
enum Problem {
    MALFORMED(400),
    INVALID_PARAMETER(400),
    UNKNOWN_PARAMETER(400),
    INVALID_BATCH(400),
    TOO_LARGE(413),
    TOO_MANY_EVENTS(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    BINARY_MODE(415),
    CATALOG_INVALID(422),
    CATALOG_MALFORMED(400),
    CATALOG_TOO_LARGE(413),
    CATALOG_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    NOT_ACKNOWLEDGED(503),
    CATALOG_UNAVAILABLE(503);

    private static final String RETRY_AFTER_SECONDS = "2";

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Its name on the wire. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the same request may well be taken later. */
    boolean isPassing() {
        return status == 429 || status == 503;
    }

    /** Answers with it, in the language that the sender asked for. */
    void answer(Context ctx) {
        answer(ctx, null, Map.of());
    }

    /**
     * Answers with it (RFC 9457).
     *
     * @param cure something more precise than the usual cure; null for the usual one
     * @param more further members of the problem
     */
    void answer(Context ctx, @Nullable String cure, Map<String, ?> more) {
        Language language = Language.of(ctx.header("Accept-Language"));
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:tepati:problem:" + code());
        body.put("title", language.text(code() + ".title"));
        body.put("status", status);
        body.put("detail", language.text(code() + ".detail"));
        body.put("code", code());
        body.put("cure", cure == null ? language.text(code() + ".cure") : cure);
        body.putAll(more);
        if (isPassing()) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        ctx.header("Content-Language", language.tag()).header("Vary", "Accept-Language");
        ctx.status(status).contentType("application/problem+json").result(AnswerJson.write(body));
    }
}
