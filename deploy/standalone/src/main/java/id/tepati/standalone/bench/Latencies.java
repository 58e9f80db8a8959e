package id.tepati.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** How long things took, each kept in whole milliseconds. Thread-safe. */
final class Latencies {
    private static final int FIRST_ROOM = 1_024;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private final Instant begin;
    private int[] millis = new int[FIRST_ROOM];
    private int count;
    private int worst = -1;
    private Instant worstDue = Instant.EPOCH;

    /** What is due from an instant on. */
    Latencies(Instant begin) {
        this.begin = begin;
    }

    synchronized void add(Instant due, Instant done) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        int took = Math.toIntExact(Math.max(0, Duration.between(due, done).toMillis()));
        millis[count++] = took;
        if (took > worst) {
            worst = took;
            worstDue = due;
        }
    }

    /** For instance {@code p50 63 ms, p99 232 ms, worst 240 ms (after 12 s) of 1,200}. */
    synchronized String told() {
        int[] ordered = Arrays.copyOf(millis, count);
        Arrays.sort(ordered);
        return String.format(
                Locale.ROOT,
                "p50 %,d ms, p99 %,d ms, worst %,d ms (after %,d s) of %,d",
                quantile(ordered, HALF),
                quantile(ordered, NEARLY_ALL),
                Math.max(0, worst),
                Duration.between(begin, worstDue).toSeconds(),
                count);
    }

    /** The smallest that is not smaller than this share of all. */
    private static int quantile(int[] ordered, double share) {
        return ordered.length == 0 ? 0 : ordered[(int) Math.ceil(share * ordered.length) - 1];
    }
}
