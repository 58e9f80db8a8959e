package id.tepati.standalone.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be closed in the opposite order whatever happens, and within a time whatever hangs: a part that
 * does not end is left alone, and those after it have their turn. Thread-safe.
 */
final class Closer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    private final Deque<Part> parts = new ArrayDeque<>();
    private final List<String> leftAlone = new ArrayList<>();
    private final Limits limits;

    private record Part(String name, AutoCloseable part) {}

    /**
     * How long closing may take.
     *
     * @param all of it together
     * @param one part, unless that leaves too little for those after it
     * @param least what each part gets at least
     */
    record Limits(Duration all, Duration one, Duration least) {
        /** Whoever asks a process to end usually kills it after ten seconds. */
        static final Limits OF_A_PROCESS =
                new Limits(Duration.ofSeconds(9), Duration.ofSeconds(5), Duration.ofMillis(300));

        private Duration of(Duration left, int after) {
            Duration most = left.minus(least.multipliedBy(after));
            Duration bound = most.compareTo(one) < 0 ? most : one;
            return bound.compareTo(least) < 0 ? least : bound;
        }
    }

    Closer(Limits limits) {
        this.limits = limits;
    }

    synchronized <T extends AutoCloseable> T add(String name, T part) {
        parts.push(new Part(name, part));
        return part;
    }

    /** The parts that had not ended when their time was over. */
    synchronized List<String> leftAlone() {
        return List.copyOf(leftAlone);
    }

    @Override
    public synchronized void close() {
        long end = System.nanoTime() + limits.all().toNanos();
        while (!parts.isEmpty()) {
            Part next = parts.pop();
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!isClosed(next, limits.of(left, parts.size()))) {
                leftAlone.add(next.name());
            }
        }
    }

    private static boolean isClosed(Part next, Duration within) {
        Thread closer = new Thread(() -> close(next), "tepati-close-" + next.name());
        closer.setDaemon(true);
        closer.start();
        try {
            TimeUnit.NANOSECONDS.timedJoin(closer, within.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !closer.isAlive();
    }

    private static void close(Part next) {
        try {
            next.part().close();
        } catch (Exception e) {
            LOG.atWarn().setCause(e).addKeyValue("part", next.name()).log("a part did not close cleanly");
        }
    }
}
