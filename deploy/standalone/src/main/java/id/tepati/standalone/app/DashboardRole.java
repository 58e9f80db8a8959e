package id.tepati.standalone.app;

import id.tepati.broker.DirectoryLock;
import id.tepati.dashboard.http.DashboardRoutes;
import id.tepati.dashboard.http.Health;
import id.tepati.dashboard.metrics.DashboardMetrics;
import id.tepati.dashboard.readmodel.ReadModel;
import id.tepati.dashboard.store.DatabaseAddress;
import id.tepati.dashboard.store.ModelStore;
import io.javalin.config.JavalinConfig;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Reads the figures and answers questions. */
record DashboardRole(DashboardRoutes routes, Health health, ReadModel model) implements RunningRole {
    private static final String MODEL = "model";

    /**
     * Starts to read; the model may still be loading afterwards.
     *
     * @param all the health of everything in this process, which the routes show
     */
    static DashboardRole start(RoleContext context, Health all) {
        DatabaseAddress database = context.settings().ownDatabase().orElseGet(() -> file(context));
        ModelStore store = context.closer().add("database", ModelStore.open(database, context.clock()));
        ReadModel model = context.closer()
                .add("read model", ReadModel.start(context.client(), store, context.feed()::snapshot, context.clock()));
        DashboardMetrics.bind(context.meters(), model, context.clock());
        return new DashboardRole(
                new DashboardRoutes(model, all, context.meters(), context.access(), context.clock()),
                Health.of(model),
                model);
    }

    /** A file in the data, which nobody else opens meanwhile. */
    private static DatabaseAddress file(RoleContext context) {
        Path directory = context.settings().data().resolve(MODEL);
        context.closer().add("lock of the read model", DirectoryLock.acquire(directory, MODEL));
        return DatabaseAddress.file(directory.resolve("model.db"));
    }

    @Override
    public void addTo(JavalinConfig config) {
        routes.addTo(config);
    }

    /** A partition that has nothing to do reports all the same; without a pipeline here nobody knows whether one should. */
    @Override
    public Map<?, ?> positions(Collection<RunningRole> all) {
        return all.stream().anyMatch(RunningRole::isProducing)
                ? Map.of("records read", model.reading().records())
                : Map.of();
    }

    @Override
    public String standing() {
        return "The figures have not moved, though the pipeline works,";
    }
}
