package id.tepati.standalone.app;

import id.tepati.broker.BrokerStartException;
import id.tepati.broker.DirectoryLock;
import id.tepati.broker.DirectoryPlace;
import id.tepati.dashboard.http.Health;
import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineMetrics;
import id.tepati.pipeline.app.PipelineSettings;
import id.tepati.pipeline.catalogue.FeedCatalogue;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges the events, together with other processes that do. */
record PipelineRole(Pipeline pipeline) implements RunningRole {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineRole.class);

    static PipelineRole start(RoleContext context) {
        Closer closer = context.closer();
        Path data = context.settings().data();
        closer.add("lock of the state directory", lock(data));
        DirectoryPlace.copiedFrom(data).ifPresent(original -> beginAnew(data, original));
        DirectoryPlace.settle(data);
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

    /** Under the name of the original it would take its work away, and its state belongs to that one's work. */
    private static void beginAnew(Path data, String original) {
        InstanceName.forget(data);
        try {
            DirectoryTree.delete(state(data));
        } catch (IOException e) {
            throw new StartException(
                    "The state in " + state(data)
                            + " belongs to the directory that this one was copied from, and cannot"
                            + " be deleted: check the permissions, or delete it yourself, for it is built anew.",
                    e);
        }
        LOG.atWarn()
                .addKeyValue("directory", data)
                .addKeyValue("original", original)
                .log("the data directory is a copy: the pipeline takes a new instance name and builds its state anew");
    }

    private static Path state(Path data) {
        return data.resolve("state");
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
                context.client(),
                state(settings.data()),
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
    public Map<?, ?> positions(Collection<RunningRole> all) {
        return pipeline.progress();
    }

    @Override
    public boolean isProducing() {
        return pipeline.isRunning() && !pipeline.isClockDistrusted();
    }

    @Override
    public String standing() {
        return "The pipeline has not judged a partition any further";
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
