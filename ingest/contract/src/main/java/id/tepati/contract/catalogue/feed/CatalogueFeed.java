package id.tepati.contract.catalogue.feed;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The published catalogue as one process knows it: a daemon thread reads the whole catalogue topic and follows it.
 * Every answer comes from memory. When the thread has failed, every method but {@link #close} throws
 * {@link CatalogueFeedException} with the failure, so that nobody goes on with a catalogue that stands still.
 * Thread-safe.
 */
public final class CatalogueFeed implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Object lock = new Object();
    private final List<Consumer<CatalogueSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final FeedThread thread;

    private CatalogueSnapshot snapshot = CatalogueSnapshot.EMPTY;
    private Instant readUpTo = Instant.MIN;
    private Instant wanted = Instant.MIN;
    private @Nullable CatalogueFeedException failure;

    private CatalogueFeed(FeedThread thread) {
        this.thread = thread;
    }

    /**
     * Starts to read and returns once everything that was in the topic has been read.
     *
     * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
     * @param topic a topic of one partition
     * @param clock tells the wall-clock instants of {@link #readUpTo}
     * @param timeout how long the first reading may take
     * @throws CatalogueFeedException where no broker answers, the topic is missing, or the time is over
     */
    public static CatalogueFeed start(Map<String, Object> client, String topic, Clock clock, Duration timeout) {
        FeedThread thread = FeedThread.connect(client, topic, clock, timeout);
        CatalogueFeed feed = new CatalogueFeed(thread);
        thread.start(feed);
        try {
            if (!feed.awaitReadUpTo(clock.instant(), timeout)) {
                throw new CatalogueFeedException("The catalogue topic " + topic + " could not be read within "
                        + timeout.toSeconds() + " s: check the load of the broker.");
            }
        } catch (CatalogueFeedException failed) {
            feed.close();
            throw failed;
        }
        return feed;
    }

    /** Everything published, as of {@link #readUpTo} or later. */
    public CatalogueSnapshot snapshot() {
        synchronized (lock) {
            throwFailure();
            return snapshot;
        }
    }

    /**
     * The wall-clock instant up to which everything that was in the topic has certainly been read and is in
     * {@link #snapshot}. It moves about once a second, and stands still while the broker does not answer.
     */
    public Instant readUpTo() {
        synchronized (lock) {
            throwFailure();
            return readUpTo;
        }
    }

    /**
     * Waits until {@link #readUpTo} has reached an instant, which makes the feed ask at once.
     *
     * @return false where the timeout passed first
     */
    public boolean awaitReadUpTo(Instant instant, Duration timeout) {
        long giveUp = System.nanoTime() + timeout.toNanos();
        synchronized (lock) {
            while (true) {
                throwFailure();
                if (!readUpTo.isBefore(instant)) {
                    return true;
                }
                long left = giveUp - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                if (wanted.isBefore(instant)) {
                    wanted = instant;
                    thread.wakeUp();
                }
                waitFor(left);
            }
        }
    }

    /**
     * Calls back with every later snapshot, on the thread of the feed, before {@link #readUpTo} moves past it. A
     * listener must be quick; an exception it throws ends the feed.
     */
    public void onChange(Consumer<CatalogueSnapshot> listener) {
        listeners.add(listener);
    }

    /** Stops reading. Whoever still waits gets a {@link CatalogueFeedException}. */
    @Override
    public void close() {
        fail(new CatalogueFeedException("The catalogue feed is closed."));
        thread.stop(CLOSE_TIMEOUT);
    }

    /** Called by the thread with what it has read; visible before the listeners hear of it. */
    void read(CatalogueSnapshot next) {
        synchronized (lock) {
            snapshot = next;
        }
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Called by the thread when it knows that it has read everything up to an instant. */
    void reached(Instant instant) {
        synchronized (lock) {
            if (readUpTo.isBefore(instant)) {
                readUpTo = instant;
            }
            lock.notifyAll();
        }
    }

    /** The latest instant that somebody waits for, {@link Instant#MIN} where nobody does. */
    Instant wanted() {
        synchronized (lock) {
            return wanted.isAfter(readUpTo) ? wanted : Instant.MIN;
        }
    }

    /** Keeps the first failure, for everybody who asks from now on. */
    void fail(CatalogueFeedException cause) {
        synchronized (lock) {
            if (failure == null) {
                failure = cause;
            }
            lock.notifyAll();
        }
    }

    private void throwFailure() {
        if (failure != null) {
            throw new CatalogueFeedException(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Called in the loop of {@link #awaitReadUpTo}, which looks again after every wake-up. */
    @SuppressWarnings("WaitNotInLoop")
    private void waitFor(long nanos) {
        try {
            lock.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CatalogueFeedException("Interrupted while waiting for the catalogue.", interrupted);
        }
    }
}
