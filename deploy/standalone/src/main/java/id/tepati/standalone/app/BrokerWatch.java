package id.tepati.standalone.app;

import id.tepati.contract.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every few seconds where the inputs end. Only the leaders of their partitions can tell, who also acknowledge
 * events: while they answer, events can be taken. A daemon thread. Thread-safe.
 */
final class BrokerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> inputs;
    private final AtomicLong answers = new AtomicLong();
    private final Thread thread = new Thread(this::run, "tepati-broker-watch");
    private volatile boolean answering = true;

    private BrokerWatch(Admin admin, int partitions) {
        this.admin = admin;
        this.inputs = Topics.inputs().stream()
                .flatMap(topic -> IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(topic, number)))
                .collect(Collectors.toUnmodifiableMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    /** Starts to ask; the admin client stays its owner's. */
    static BrokerWatch start(Admin admin, int partitions) {
        BrokerWatch watch = new BrokerWatch(admin, partitions);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** How often it was answered, which grows as long as all is well. */
    Map<String, Long> answers() {
        return Map.of("answers", answers.get());
    }

    /** Whether it was answered the last time. */
    boolean isAnswered() {
        return answering;
    }

    private void run() {
        ListOffsetsOptions within = new ListOffsetsOptions().timeoutMs(Math.toIntExact(WITHIN.toMillis()));
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ask(within);
                TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(ListOffsetsOptions within) throws InterruptedException {
        try {
            admin.listOffsets(inputs, within).all().get();
            answers.incrementAndGet();
            answering = true;
        } catch (ExecutionException | RuntimeException e) {
            if (answering) {
                LOG.atWarn().setCause(e).log("Kafka does not answer for the inputs");
            }
            answering = false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
