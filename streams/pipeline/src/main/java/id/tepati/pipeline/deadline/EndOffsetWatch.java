package id.tepati.pipeline.deadline;

import id.tepati.pipeline.deadline.ProgressMark.EndOffsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks where the inputs end: soon after a task wants to know, else now and then, because asking all the time costs
 * more than everything else an idle pipeline does. A daemon thread; a broker that does not answer makes the mark
 * stand still, which shows as staleness. Any other trouble ends the thread and stands in {@link #failure}. Thread-safe.
 */
public final class EndOffsetWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndOffsetWatch.class);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(150);

    private final Admin admin;
    private final ProgressMark mark;
    private final ClockGuard clock;
    private final Map<TopicPartition, OffsetSpec> inputs;
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    private EndOffsetWatch(
            Admin admin, ProgressMark mark, ClockGuard clock, Collection<String> topics, int partitions) {
        this.admin = admin;
        this.mark = mark;
        this.clock = clock;
        this.inputs = topics.stream()
                .flatMap(topic -> IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(topic, number)))
                .collect(Collectors.toUnmodifiableMap(partition -> partition, partition -> OffsetSpec.latest()));
        this.thread = new Thread(this::run, "tepati-end-offsets");
        this.thread.setDaemon(true);
    }

    /** Starts to watch the ends of all partitions of the topics; the admin client stays its owner's. */
    public static EndOffsetWatch start(
            Admin admin, ProgressMark mark, InstantSource clock, Collection<String> topics, int partitions) {
        ClockGuard guard = new ClockGuard(clock, System::nanoTime);
        EndOffsetWatch watch = new EndOffsetWatch(admin, mark, guard, topics, partitions);
        watch.thread.start();
        return watch;
    }

    /** What made the watch end by itself: the mark stands still, and the process is to be restarted. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        try {
            watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            if (!closed) {
                LOG.atError().setCause(e).log("the watch over the ends of the inputs ended, restart the process");
                failure = e;
            }
        }
    }

    private void watch() throws ExecutionException, InterruptedException {
        boolean answered = true;
        while (!closed) {
            ClockGuard.Reading now = clock.read();
            if (!now.isTrustworthy()) {
                mark.distrustClock();
                LOG.atError()
                        .addKeyValue("jump", now.jump())
                        .log("the wall clock jumped, so no due date fires any more: set it right and restart");
                return;
            }
            try {
                mark.looked(look(now.at()));
                answered = true;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException)) {
                    throw e;
                }
                if (answered) {
                    LOG.atWarn().setCause(e.getCause()).log("the broker does not say where the inputs end");
                }
                answered = false;
            }
            TimeUnit.MILLISECONDS.sleep(AT_MOST_EVERY.toMillis());
            mark.requests().tryAcquire(AT_LEAST_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private EndOffsets look(Instant before) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(inputs, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all()
                .get()
                .forEach((partition, found) -> ends.put(partition, found.offset()));
        return new EndOffsets(before, ends);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
