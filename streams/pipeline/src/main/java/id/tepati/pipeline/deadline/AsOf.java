package id.tepati.pipeline.deadline;

import id.tepati.pipeline.state.Origin;
import java.time.Instant;

/**
 * How far a task has come: the instant up to which it has certainly seen everything that was in its inputs. One task
 * serves one partition of every input topic. Thread-safe.
 */
public interface AsOf {
    /** A task begins or takes over a partition: what was noted of it before no longer holds. */
    void begin(int partition);

    /** A record of the task's partition has been processed. */
    void processed(Origin origin);

    /** How far the task has come; never later than the wall clock, {@link Instant#MIN} while nothing is known. */
    Instant asOf(int partition);

    /** When the broker took the newest record that was processed, {@link Instant#MIN} while there was none. */
    Instant newestRecord(int partition);

    /** The offset before which every record of an input topic has been processed, or -1 while it is not known. */
    long nextOffset(String topic, int partition);

    /** The wall clock: tells whether something is due, not that nothing is left to read. */
    Instant wallClock();

    /** Asks for a fresh look at how far the inputs reach, soon. */
    void refresh();
}
