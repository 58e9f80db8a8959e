package id.tepati.access.feed;

import id.tepati.access.record.AccessView;
import id.tepati.contract.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may do what, as one process knows it: a daemon thread reads {@code tepati.access.v1} and follows it, so that what
 * was revoked is known a moment later. Every answer comes from memory. When the thread has failed every method but
 * {@link #close} throws {@link AccessException}, so that nobody goes on with rights that stand still; while the broker is
 * away the last ones hold. Thread-safe.
 */
public final class AccessFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessFeed.class);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final TopicReading reading;
    private final AccessLog log;
    private final Thread thread = new Thread(this::run, "access-feed");
    private final Object changed = new Object();
    private volatile AccessView view;
    private volatile @Nullable AccessException failure;
    private volatile boolean stopped;

    private AccessFeed(TopicReading reading, AccessLog log) {
        this.reading = reading;
        this.log = log;
        this.view = log.view();
    }

    /**
     * Starts to read and returns once everything that was in the topic has been read.
     *
     * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
     * @param within how long the first reading may take
     * @throws AccessException where no broker answers, the topic is missing, or the time is over
     */
    public static AccessFeed start(Map<String, Object> client, Duration within) {
        TopicReading reading = TopicReading.open(client, Topics.ACCESS, within);
        AccessLog log = new AccessLog();
        try {
            reading.toEnd(log::take, within);
        } catch (AccessException failed) {
            reading.close();
            throw failed;
        }
        AccessFeed feed = new AccessFeed(reading, log);
        feed.thread.setDaemon(true);
        feed.thread.start();
        return feed;
    }

    /** What is known now. */
    public AccessView view() {
        throwFailure();
        return view;
    }

    /**
     * Waits until something is known, such as what this process has just written.
     *
     * @return false where the time was over first
     */
    public boolean await(Predicate<AccessView> known, Duration within) {
        long giveUp = System.nanoTime() + within.toNanos();
        synchronized (changed) {
            while (!known.test(view())) {
                long left = giveUp - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                pause(left);
            }
            return true;
        }
    }

    /** Called in the loop of {@link #await}, which looks again after every wake-up. */
    @SuppressWarnings("WaitNotInLoop")
    private void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(changed, nanos);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccessException("Interrupted while waiting for a change of access.", interrupted);
        }
    }

    private void run() {
        boolean brokerAnswered = true;
        try (reading) {
            while (!stopped) {
                brokerAnswered = turn(brokerAnswered);
            }
        } catch (WakeupException closed) {
            LOG.trace("closed");
        } catch (RuntimeException | Error failed) {
            LOG.atError().setCause(failed).log("access feed ended, restart the process");
            fail(new AccessException("Who may do what is read no more: " + failed.getMessage(), failed));
        }
    }

    /** Reads what came; tells whether the broker answered. */
    private boolean turn(boolean brokerAnswered) {
        try {
            if (reading.more(log::take)) {
                publish();
            }
            return true;
        } catch (RetriableException away) {
            if (brokerAnswered) {
                LOG.atWarn().addKeyValue("reason", away.toString()).log("broker does not answer the access feed");
            }
            return false;
        }
    }

    private void publish() {
        synchronized (changed) {
            view = log.view();
            changed.notifyAll();
        }
    }

    private void fail(AccessException cause) {
        synchronized (changed) {
            if (failure == null) {
                failure = cause;
            }
            changed.notifyAll();
        }
    }

    private void throwFailure() {
        AccessException failed = failure;
        if (failed != null) {
            throw new AccessException(String.valueOf(failed.getMessage()), failed);
        }
    }

    /** Stops reading. Whoever still waits gets an {@link AccessException}. */
    @Override
    public void close() {
        fail(new AccessException("The access feed is closed.", null));
        stopped = true;
        reading.wakeUp();
        try {
            thread.join(CLOSED_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
