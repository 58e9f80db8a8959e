package id.tepati.pipeline.deadline;

import id.tepati.pipeline.state.Origin;
import id.tepati.rules.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress mark (docs/adr/0003): the wall clock T is noted, then the end offsets of the inputs are asked. A
 * partition has reached T when the consumer stands at or past its end and the last record it was handed has been
 * processed. Until then it has reached the time at which the broker took its last processed record. Neither the wall
 * clock alone nor stream time will do: in a replay both raise breaches of cases whose completion was not read yet.
 * Thread-safe.
 */
public final class ProgressMark implements AsOf {
    private static final int SNAPSHOTS_KEPT = 20;

    private final List<String> inputs;
    private final InstantSource clock;
    private final Map<TopicPartition, Reading> readings = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<EndOffsets> snapshots = new ConcurrentLinkedDeque<>();
    private final Semaphore refresh = new Semaphore(0);
    private volatile Instant trustedUntil = Instant.MAX;

    /** Where the inputs ended at some instant, records of open transactions included. */
    record EndOffsets(Instant at, Map<TopicPartition, Long> ends) {}

    /**
     * How far one partition of one input has been read. Written by the thread whose task began with the partition last:
     * one that lost it without knowing yet may still tell of records that it was handed long ago. Looks from before it
     * began do not count: another process had the partition then and may have told of a later one.
     */
    private static final class Reading {
        private final Thread owner = Thread.currentThread();
        private final Instant begun;
        private volatile long position = -1;
        private volatile long lastPolled = -1;
        private volatile long lastProcessed = -1;
        private volatile Instant learned = Instant.MIN;

        private Reading(Instant begun) {
            this.begun = begun;
        }

        private boolean isDrained() {
            return position >= 0 && lastProcessed >= lastPolled;
        }
    }

    /** A mark over the given input topics. */
    public ProgressMark(Collection<String> inputs, InstantSource clock) {
        this.inputs = List.copyOf(inputs);
        this.clock = clock;
    }

    @Override
    public void begin(int partition) {
        Instant now = clock.instant();
        inputs.forEach(topic -> readings.put(new TopicPartition(topic, partition), new Reading(now)));
    }

    @Override
    public void processed(Origin origin) {
        own(new TopicPartition(origin.topic(), origin.partition())).ifPresent(reading -> {
            if (origin.learned().isAfter(reading.learned)) {
                reading.learned = origin.learned();
            }
            reading.lastProcessed = origin.offset();
        });
    }

    /** The consumer was handed records, the last of them at this offset. */
    void polled(TopicPartition partition, long lastOffset) {
        own(partition).ifPresent(reading -> reading.lastPolled = lastOffset);
    }

    /** The consumer stands here. */
    void positioned(TopicPartition partition, long position) {
        own(partition).ifPresent(reading -> reading.position = position);
    }

    /** Takes a look at the ends of the inputs. */
    void looked(EndOffsets ends) {
        snapshots.addFirst(ends);
        while (snapshots.size() > SNAPSHOTS_KEPT) {
            snapshots.removeLast();
        }
    }

    /** The clock jumped: nothing is believed to have come further than the last look before. */
    void distrustClock() {
        EndOffsets last = snapshots.peekFirst();
        trustedUntil = last == null ? Instant.MIN : last.at();
    }

    /** Whether the mark stands still because the wall clock jumped; only a new start makes it move again. */
    public boolean isClockDistrusted() {
        return !trustedUntil.equals(Instant.MAX);
    }

    @Override
    public Instant asOf(int partition) {
        Instant now = clock.instant();
        Instant least = Times.earlier(trustedUntil, now);
        for (String input : inputs) {
            least = Times.earlier(least, reached(new TopicPartition(input, partition)));
        }
        return least;
    }

    private Instant reached(TopicPartition partition) {
        Reading reading = readings.get(partition);
        if (reading == null) {
            return Instant.MIN;
        }
        if (reading.isDrained()) {
            for (EndOffsets look : snapshots) {
                Long end = look.ends().get(partition);
                if (end != null && reading.position >= end && !look.at().isBefore(reading.begun)) {
                    return Times.later(reading.learned, look.at());
                }
            }
        }
        return reading.learned;
    }

    @Override
    public Instant newestRecord(int partition) {
        return inputs.stream()
                .map(input -> readings.get(new TopicPartition(input, partition)))
                .flatMap(Stream::ofNullable)
                .map(reading -> reading.learned)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    @Override
    public long nextOffset(String topic, int partition) {
        Reading reading = readings.get(new TopicPartition(topic, partition));
        if (reading == null) {
            return -1;
        }
        // after a restart nothing may come for a long time, yet everything before the position is processed
        return reading.isDrained() ? reading.position : reading.lastProcessed < 0 ? -1 : reading.lastProcessed + 1;
    }

    @Override
    public Instant wallClock() {
        return clock.instant();
    }

    @Override
    public void refresh() {
        if (refresh.availablePermits() == 0) {
            refresh.release();
        }
    }

    /** Where requests for a fresh look arrive. */
    Semaphore requests() {
        return refresh;
    }

    private Optional<Reading> own(TopicPartition partition) {
        return Optional.ofNullable(readings.get(partition))
                .filter(reading -> reading.owner.equals(Thread.currentThread()));
    }
}
