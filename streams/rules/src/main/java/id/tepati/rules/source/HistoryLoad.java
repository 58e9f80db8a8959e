package id.tepati.rules.source;

import id.tepati.rules.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far an import of the past has come in. While it does, cases whose completion is still to come look late.
 *
 * @param records those of it that were read
 * @param of how many it will be; null where nobody said
 * @param learned record time of the last one
 */
public record HistoryLoad(long records, @Nullable Long of, Instant learned) {
    /** An import that says nothing for so long has ended, or died. */
    public static final Duration ENDS_AFTER = Duration.ofSeconds(10);

    /** Refuses one of which nothing came. */
    public HistoryLoad {
        Objects.requireNonNull(learned, "learned");
        if (records < 1) {
            throw new IllegalArgumentException("an import begins with its first record, not with " + records);
        }
    }

    /** Two parts of one import together. */
    public HistoryLoad plus(HistoryLoad other) {
        return new HistoryLoad(
                records + other.records, Times.laterKnown(of, other.of), Times.later(learned, other.learned));
    }

    /**
     * Whether figures lack some of it: not everything that came is judged, or more is to come. It has ended as soon as
     * all of it is judged; one that does not come to its end, some time after the last that came of it.
     *
     * @param asOf up to which everything learned is judged; null while unknown. Not the time of day: while the pipeline
     *     is behind, an import that was sent long ago still comes in
     */
    public boolean isRunning(@Nullable Instant asOf) {
        if (asOf == null || asOf.isBefore(learned)) {
            return true;
        }
        return !isWhole() && asOf.isBefore(learned.plus(ENDS_AFTER));
    }

    private boolean isWhole() {
        return of != null && records >= of;
    }
}
