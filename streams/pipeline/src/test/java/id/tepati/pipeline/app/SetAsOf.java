package id.tepati.pipeline.app;

import id.tepati.pipeline.deadline.AsOf;
import id.tepati.pipeline.state.Origin;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A mark that a test sets; the wall clock is never behind it. */
public final class SetAsOf implements AsOf {
    private final Map<String, Long> nextOffsets = new HashMap<>();
    private Instant asOf = Instant.MIN;
    private Instant newestRecord = Instant.MIN;
    private int refreshes;

    public void set(Instant instant) {
        asOf = instant;
    }

    /** How often somebody asked for a fresh look. */
    public int refreshes() {
        return refreshes;
    }

    @Override
    public void begin(int partition) {
        nextOffsets.clear();
        newestRecord = Instant.MIN;
    }

    @Override
    public void processed(Origin origin) {
        nextOffsets.put(origin.topic(), origin.offset() + 1);
        Instant learned = Instant.ofEpochMilli(origin.timestamp());
        newestRecord = learned.isAfter(newestRecord) ? learned : newestRecord;
    }

    @Override
    public Instant asOf(int partition) {
        return asOf;
    }

    @Override
    public Instant newestRecord(int partition) {
        return newestRecord;
    }

    @Override
    public long nextOffset(String topic, int partition) {
        return nextOffsets.getOrDefault(topic, -1L);
    }

    @Override
    public Instant wallClock() {
        return asOf;
    }

    @Override
    public void refresh() {
        refreshes++;
    }
}
