package id.tepati.dashboard.http;

import id.tepati.access.http.RouteRule;
import id.tepati.access.rights.Permission;
import id.tepati.contract.api.ApiDescription;
import id.tepati.dashboard.page.Asset;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/**
 * What every process answers: the probes, the metrics, the description of the API, and problems where it has no route.
 * Thread-safe once added.
 */
public final class OperatorRoutes {
    /** Their paths. */
    static final List<String> PATHS = List.of("/livez", "/readyz", "/metrics", "/openapi.json");

    private final Asset description = new Asset("application/json", ApiDescription.json());
    private final Health health;
    private final PrometheusMeterRegistry metrics;

    /**
     * Prepares the routes.
     *
     * @param health of everything that runs in this process
     * @param metrics what {@code /metrics} shows
     */
    public OperatorRoutes(Health health, PrometheusMeterRegistry metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    /** Declares the routes. */
    public void addTo(JavalinConfig config) {
        NotAnswered.addTo(config);
        config.routes.get("/livez", new Probe(health.dead()), RouteRule.ANYONE);
        config.routes.get("/readyz", new Probe(health.unready()), RouteRule.ANYONE);
        config.routes.get("/metrics", this::showMetrics, RouteRule.needs(Permission.SEE_METRICS));
        config.routes.get("/openapi.json", ctx -> description.answer(ctx, "no-cache"), RouteRule.ANYONE);
    }

    private void showMetrics(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }
}
