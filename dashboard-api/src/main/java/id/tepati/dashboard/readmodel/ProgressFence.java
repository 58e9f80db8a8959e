package id.tepati.dashboard.readmodel;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides which progress may be believed. A mark says that a partition is judged up to an instant, but what came of
 * that judgement lies in other topics, which may be read later than the mark. So a mark is believed only when
 * everything has been read that those topics held when the mark was read. Not thread-safe.
 *
 * @param <P> names a partition that is read
 */
final class ProgressFence<P> {
    private final int expected;
    private final Map<Integer, Instant> heard = new HashMap<>();
    private final Map<Integer, Instant> believed = new HashMap<>();
    private Map<Integer, Instant> waiting = Map.of();
    private Map<P, Long> fence = Map.of();
    private boolean news;

    /** Expects marks of so many partitions. */
    ProgressFence(int expected) {
        this.expected = expected;
    }

    /** Takes note of a mark just read. */
    void hear(int partition, Instant asOf) {
        heard.put(partition, asOf);
        news = true;
    }

    /** Whether the ends of all topics have to be asked now. */
    boolean wantsEnds() {
        return news && waiting.isEmpty();
    }

    /** The marks heard so far will be believed when these ends are reached. */
    void fence(Map<P, Long> ends) {
        waiting = Map.copyOf(heard);
        fence = Map.copyOf(ends);
        news = false;
    }

    /** Tells whether the marks that waited are believed from now on. */
    boolean settle(Predicate<Map.Entry<P, Long>> reached) {
        if (waiting.isEmpty() || !fence.entrySet().stream().allMatch(reached)) {
            return false;
        }
        believed.putAll(waiting);
        waiting = Map.of();
        return true;
    }

    /** The instant up to which all partitions are judged; empty until each has been heard of and believed. */
    Optional<Instant> asOf() {
        return believed.size() < expected
                ? Optional.empty()
                : believed.values().stream().min(Instant::compareTo);
    }
}
