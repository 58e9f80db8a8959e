package id.tepati.standalone.app;

import id.tepati.dashboard.http.DashboardRoutes;
import id.tepati.dashboard.http.Health;
import id.tepati.dashboard.metrics.DashboardMetrics;
import id.tepati.dashboard.readmodel.ReadModel;
import io.javalin.config.JavalinConfig;

/** Reads the figures and answers questions. */
record DashboardRole(DashboardRoutes routes, Health health) implements RunningRole {
    /**
     * Starts to read; the model may still be loading afterwards.
     *
     * @param all the health of everything in this process, which the routes show
     */
    static DashboardRole start(Shared shared, Health all) {
        ReadModel model = shared.closing()
                .add("read model", ReadModel.start(shared.client(), shared.feed()::snapshot, shared.clock()));
        DashboardMetrics.bind(shared.meters(), model, shared.clock());
        return new DashboardRole(new DashboardRoutes(model, all, shared.meters(), shared.clock()), Health.of(model));
    }

    @Override
    public void addTo(JavalinConfig config) {
        routes.addTo(config);
    }
}
