package id.tepati.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.client.RetryPolicy;
import id.tepati.client.TepatiClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own, by whose figures and answers its read model is measured. */
final class ModelServer implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final ChildJvm process;
    private final TepatiClient client;
    private final Duration untilReady;

    private ModelServer(ChildJvm process, TepatiClient client, Duration untilReady) {
        this.process = process;
        this.client = client;
        this.untilReady = untilReady;
    }

    /** Starts the jar and waits until it is ready. */
    static ModelServer start(Class<?> main, String... arguments) {
        long begun = System.nanoTime();
        ChildJvm process = ChildJvm.start(main, "condition ", arguments);
        TepatiClient client = new TepatiClient(process.address(), RetryPolicy.A_MINUTE);
        long deadline = begun + TIMEOUT.toNanos();
        while (!client.isReady()) {
            if (System.nanoTime() > deadline) {
                process.close();
                throw new IllegalStateException("The server of the benchmark is not ready after " + TIMEOUT.toMinutes()
                        + " minutes: try fewer cases.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return new ModelServer(process, client, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** From the start of the process until it was ready. */
    Duration untilReady() {
        return untilReady;
    }

    ChildJvm process() {
        return process;
    }

    /** An answer of its API. */
    JsonNode answer(String path, Map<String, String> query) {
        return client.answer(path, query);
    }

    /** Its metrics, as text. */
    String metrics() {
        return client.metrics();
    }

    /** What a metric without labels is at. */
    double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    /** Has it end in order. */
    @Override
    public void close() {
        process.close();
    }
}
