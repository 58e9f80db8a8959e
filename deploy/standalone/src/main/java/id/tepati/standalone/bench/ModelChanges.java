package id.tepati.standalone.bench;

import id.tepati.contract.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Files that are decided at a fixed pace, with their tallies and marks, from its making until it is closed. */
final class ModelChanges implements AutoCloseable {
    private static final Duration APART = Duration.ofMillis(50);

    private final OutputTopics topics;
    private final ModelRows rows;
    private final int cases;
    private final int perSecond;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "bench-changes");

    private ModelChanges(OutputTopics topics, ModelRows rows, int cases, int perSecond, Clock clock) {
        this.topics = topics;
        this.rows = rows;
        this.cases = cases;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Begins with the last of so many files. */
    static ModelChanges begin(OutputTopics topics, ModelRows rows, int cases, int perSecond, Clock clock) {
        ModelChanges changes = new ModelChanges(topics, rows, cases, perSecond, clock);
        changes.thread.setDaemon(true);
        changes.thread.start();
        return changes;
    }

    private void run() {
        Instant begun = clock.instant();
        long sent = 0;
        while (!awaitStop()) {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            long due = Duration.between(begun, now).toMillis()
                    * perSecond
                    / Duration.ofSeconds(1).toMillis();
            for (; sent < due; sent++) {
                int number = cases - 1 - (int) (sent % cases);
                topics.send(Topics.CASES, rows.decided(number, now));
                topics.send(Topics.TALLIES, rows.tallyOf(number, today));
            }
            topics.mark(now);
        }
    }

    private boolean awaitStop() {
        try {
            return stopping.await(APART.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
