package id.tepati.standalone.app;

import id.tepati.broker.BrokerStartException;
import id.tepati.broker.DirectoryLock;
import id.tepati.dashboard.http.Health;
import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineMetrics;
import id.tepati.pipeline.app.PipelineSettings;
import id.tepati.pipeline.catalogue.FeedCatalogue;
import io.javalin.config.JavalinConfig;
import java.nio.file.Path;
import java.util.Optional;

/** Judges the events, together with other processes that do. */
record PipelineRole(Pipeline pipeline) implements RunningRole {
    static PipelineRole start(RoleContext context) {
        Closer closer = context.closer();
        Path data = context.settings().data();
        closer.add("lock of the state directory", lock(data));
        Pipeline pipeline = closer.add(
                "pipeline",
                Pipeline.start(
                        settings(context, InstanceName.of(context.settings().instance(), data)),
                        new FeedCatalogue(context.feed()),
                        context.admin(),
                        context.clock()));
        PipelineMetrics.bind(context.meters(), pipeline);
        return new PipelineRole(pipeline);
    }

    private static DirectoryLock lock(Path data) {
        try {
            return DirectoryLock.acquire(data, "pipeline");
        } catch (BrokerStartException e) {
            throw new StartException(e.getMessage() + " Give every pipeline process its own with --data.", e);
        }
    }

    private static PipelineSettings settings(RoleContext context, String instance) {
        ServerSettings settings = context.settings();
        return new PipelineSettings(
                context.kafka(),
                settings.data().resolve("state"),
                instance,
                settings.partitions(),
                settings.threads(),
                settings.replication());
    }

    @Override
    public void addTo(JavalinConfig config) {
        // it is asked nothing but how it is
    }

    @Override
    public Health health() {
        return new Health(pipeline::whyStopped, this::whyUnready);
    }

    private Optional<String> whyUnready() {
        if (pipeline.isClockDistrusted()) {
            return Optional.of("The clock of this machine jumped, so no due date fires: set it right and restart.");
        }
        return pipeline.isRunning() ? Optional.empty() : Optional.of("The pipeline is still taking up its work.");
    }
}
