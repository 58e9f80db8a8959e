package id.tepati.dashboard.http;

import io.javalin.http.Context;
import java.util.function.BiFunction;

/** Answers a request whose parameters are checked, or throws a {@link ProblemException}. Thread-safe. */
interface Answering {
    /** Writes the answer. */
    void answer(Context ctx, Params params);

    /** Answers with JSON. */
    static Answering json(BiFunction<Context, Params, Object> body) {
        return (ctx, params) -> {
            byte[] answer = Json.write(body.apply(ctx, params));
            ctx.contentType("application/json").result(answer);
        };
    }
}
