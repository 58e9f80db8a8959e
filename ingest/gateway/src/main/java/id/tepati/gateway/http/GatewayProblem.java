package id.tepati.gateway.http;

import id.tepati.contract.api.Language;
import id.tepati.contract.api.MessageTexts;
import id.tepati.contract.api.Problem;
import id.tepati.contract.api.ProblemKind;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Why a whole request was not taken; each has its texts in the bundles {@code problems_*.properties}. */
enum GatewayProblem implements ProblemKind {
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
    LETTERS_MALFORMED(400),
    LETTERS_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    TOO_MANY_EVENTS_A_SECOND(429),
    INTERNAL_ERROR(500),
    NOT_ACKNOWLEDGED(503),
    CATALOG_UNAVAILABLE(503);

    private static final MessageTexts TEXTS = MessageTexts.beside(GatewayProblem.class, "problems");
    private static final int SOON = 2;

    private final int status;

    GatewayProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public int retryAfterSeconds() {
        return status == 429 || status == 503 ? SOON : 0;
    }

    /** It in a language, with the parameter to blame if there is one. */
    Problem in(Language language, @Nullable String parameter) {
        return Problem.of(this, TEXTS, language, parameter);
    }

    /** Answers with it, in the language that the sender asked for. */
    void answer(Context ctx) {
        write(ctx, told(ctx, null));
    }

    /** Answers with it and names the parameter that is to blame. */
    void answerFor(String parameter, Context ctx) {
        write(ctx, told(ctx, parameter));
    }

    /** Answers with it and a cure that is more precise than the usual one. */
    void answerWithCure(String cure, Context ctx) {
        write(ctx, told(ctx, null).withCure(cure));
    }

    /** Answers with it and a further member. */
    void answerWith(String member, Object value, Context ctx) {
        write(ctx, told(ctx, null).with(member, value));
    }

    /** Answers with it and says after how many seconds the same request may be taken. */
    void answerAfter(long seconds, Context ctx) {
        answer(ctx);
        ctx.header("Retry-After", Long.toString(seconds));
    }

    private Problem told(Context ctx, @Nullable String parameter) {
        return in(Language.of(ctx.header("Accept-Language")), parameter);
    }

    private static void write(Context ctx, Problem problem) {
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.toJson());
    }
}
