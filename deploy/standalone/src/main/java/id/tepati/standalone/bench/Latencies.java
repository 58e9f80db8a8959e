package id.tepati.standalone.bench;

import id.tepati.rules.statistics.Distribution;
import java.time.Duration;
import java.time.Instant;

/** How long things took, in milliseconds with an error of at most 1 %. Thread-safe. */
final class Latencies {
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private Distribution millis = Distribution.EMPTY;

    synchronized void add(Instant due, Instant done) {
        millis = millis.plus(Math.max(0, Duration.between(due, done).toMillis()));
    }

    /** For instance {@code p50 63 ms, p99 232 ms, worst 240 ms of 1,200}. */
    synchronized String told() {
        return "p50 %,d ms, p99 %,d ms, worst %,d ms of %,d"
                .formatted(
                        millis.quantile(HALF).orElse(0),
                        millis.quantile(NEARLY_ALL).orElse(0),
                        millis.max().orElse(0),
                        millis.count());
    }
}
