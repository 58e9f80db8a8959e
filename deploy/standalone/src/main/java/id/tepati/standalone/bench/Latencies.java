package id.tepati.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How long things took, each kept in whole milliseconds. Thread-safe. */
final class Latencies {
    private static final int FIRST_ROOM = 1_024;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private int[] millis = new int[FIRST_ROOM];
    private int count;

    synchronized void add(Instant due, Instant done) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] =
                Math.toIntExact(Math.max(0, Duration.between(due, done).toMillis()));
    }

    /** For instance {@code p50 63 ms, p99 232 ms, worst 240 ms of 1,200}. */
    synchronized String told() {
        int[] ordered = Arrays.copyOf(millis, count);
        Arrays.sort(ordered);
        return "p50 %,d ms, p99 %,d ms, worst %,d ms of %,d"
                .formatted(quantile(ordered, HALF), quantile(ordered, NEARLY_ALL), quantile(ordered, 1), count);
    }

    /** The smallest that is not smaller than this share of all. */
    private static int quantile(int[] ordered, double share) {
        return ordered.length == 0 ? 0 : ordered[(int) Math.ceil(share * ordered.length) - 1];
    }
}
