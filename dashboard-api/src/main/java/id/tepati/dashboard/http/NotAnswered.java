package id.tepati.dashboard.http;

import id.tepati.contract.api.Problem;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Optional;

/** Explains what no route answers: unknown paths of the API, and methods that a path does not take. */
final class NotAnswered {
    private NotAnswered() {}

    /** Declares it for all routes of a server. */
    static void addTo(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.routes.exception(MethodNotAllowedResponse.class, NotAnswered::explainMethod);
        config.routes.error(404, NotAnswered::explainPath);
    }

    private static void explainMethod(MethodNotAllowedResponse refused, Context ctx) {
        String methods = String.join(", ", refused.getDetails().values()).replace("GET", "GET, HEAD");
        ctx.header("Allow", methods);
        Endpoint.refuse(
                ctx,
                new ProblemException(
                        DashboardProblem.METHOD_NOT_ALLOWED, null, ctx.method().name(), methods));
    }

    /** A path of the API that nobody answers gets a problem, unless it has one already. */
    private static void explainPath(Context ctx) {
        String answered = Optional.ofNullable(ctx.res().getContentType()).orElse("");
        if ((ctx.path() + "/").startsWith("/api/") && !answered.startsWith(Problem.MEDIA_TYPE)) {
            Endpoint.refuse(ctx, new ProblemException(DashboardProblem.UNKNOWN_PATH, null));
        }
    }
}
