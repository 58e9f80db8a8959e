package id.tepati.pipeline.app;

import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.deadline.EndOffsetWatch;
import id.tepati.pipeline.deadline.MarkingClients;
import id.tepati.pipeline.deadline.ProgressMark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running pipeline of one process. A thread that fails is replaced, up to a few times in a while; then the
 * process is to end, so that whoever watches it starts it anew. Thread-safe.
 */
public final class Pipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final EndOffsetWatch watch;
    private final ProgressMark mark;
    private final String instance;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Pipeline(KafkaStreams streams, EndOffsetWatch watch, ProgressMark mark, String instance) {
        this.streams = streams;
        this.instance = instance;
        this.mark = mark;
        this.watch = watch;
    }

    /**
     * Starts the pipeline; returns before it has caught up. The topics must be there. The admin client and the
     * catalogue stay their owner's.
     *
     * @param clock the wall clock; nothing else in the pipeline tells the time
     */
    public static Pipeline start(
            PipelineSettings settings, PublishedCatalogue catalogue, Admin admin, InstantSource clock) {
        ProgressMark mark = new ProgressMark(Topics.judged(), clock);
        KafkaStreams streams = new KafkaStreams(
                PipelineTopology.describe(catalogue, mark, settings.partitions()),
                new StreamsConfig(settings.streams()),
                new MarkingClients(mark));
        EndOffsetWatch watch = EndOffsetWatch.start(admin, mark, clock, Topics.judged(), settings.partitions());
        Pipeline pipeline = new Pipeline(streams, watch, mark, settings.instance());
        Restarts restarts = new Restarts(clock);
        streams.setUncaughtExceptionHandler(error -> pipeline.onError(error, restarts));
        streams.start();
        return pipeline;
    }

    private StreamThreadExceptionResponse onError(Throwable error, Restarts restarts) {
        if (isFence(error)) {
            LOG.atError().setCause(error).log("another process works under the same instance name; this one stops");
            failure.set(error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (restarts.allowOneMore()) {
            LOG.atWarn().setCause(error).log("a thread of the pipeline failed and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.atError().setCause(error).log("the pipeline failed too often and stops; restart the process");
        failure.set(error);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean isFence(@Nullable Throwable error) {
        return error != null && (error instanceof FencedInstanceIdException || isFence(error.getCause()));
    }

    /** Why it stopped by itself and what to do, in a sentence; empty while it works or is about to. */
    public Optional<String> whyStopped() {
        if (isAlive()) {
            return Optional.empty();
        }
        return Optional.of(
                isFence(failure.get())
                        ? "Another process has joined under the instance name " + instance
                                + ", which only one may have: give every process a name of its own and restart this one."
                        : "The pipeline has stopped: read the log and restart the process.");
    }

    /** Whether it works or is about to: false means that the process is to be restarted. */
    public boolean isAlive() {
        return watch.failure().isEmpty() && isStreaming();
    }

    private boolean isStreaming() {
        return switch (streams.state()) {
            case CREATED, RUNNING, REBALANCING -> true;
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
        };
    }

    /** Whether it works. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether due dates no longer fire because the wall clock jumped: it is to be set right, and this restarted. */
    public boolean isClockDistrusted() {
        return mark.isClockDistrusted();
    }

    /** The instant up to which each partition is judged that is judged here; empty while it does not work. */
    public Map<Integer, Instant> progress() {
        return !isRunning() || isClockDistrusted()
                ? Map.of()
                : streams.metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .flatMap(task -> task.topicPartitions().stream())
                        .map(TopicPartition::partition)
                        .distinct()
                        .collect(Collectors.toMap(partition -> partition, mark::asOf));
    }

    /** What made it stop by itself. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get()).or(watch::failure);
    }

    /** The application underneath, for its metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Stops: what was done is committed, and the share of the work is kept for this process's next start. */
    @Override
    public void close() {
        watch.close();
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
    }
}
