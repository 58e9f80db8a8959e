package id.tepati.dashboard.http;

import id.tepati.contract.api.Language;
import id.tepati.contract.api.Problem;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One route that gives its answer or a problem, and whose requests are timed. Thread-safe. */
final class Endpoint implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

    private final String route;
    private final Set<String> parameters;
    private final Answering answering;
    private final MeterRegistry metrics;

    /** A route with its query parameters. */
    Endpoint(String route, Set<String> parameters, Answering answering, MeterRegistry metrics) {
        this.route = route;
        this.parameters = parameters;
        this.answering = answering;
        this.metrics = metrics;
    }

    @Override
    public void handle(Context ctx) {
        Timer.Sample sample = Timer.start(metrics);
        ctx.header("Cache-Control", "no-store");
        try {
            answering.answer(ctx, Params.of(ctx, parameters));
        } catch (ProblemException problem) {
            refuse(ctx, problem);
        } catch (RuntimeException defect) {
            LOG.atError().addKeyValue("route", route).setCause(defect).log("request failed");
            refuse(ctx, new ProblemException(DashboardProblem.INTERNAL_ERROR, null));
        } finally {
            sample.stop(timer(ctx.status().getCode()));
        }
    }

    /** Answers with a problem. */
    static void refuse(Context ctx, ProblemException refused) {
        Problem problem = refused.in(Language.of(ctx.header("Accept-Language")));
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.toJson());
    }

    /** By route and not by path: ids of units and cases must not become labels. Three series each, for there are many. */
    private Timer timer(int status) {
        return Timer.builder("tepati.http.requests")
                .description("Requests answered by the dashboard API")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(metrics);
    }
}
