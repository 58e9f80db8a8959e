package id.tepati.dashboard.standing;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.dashboard.store.ListedClock;
import id.tepati.dashboard.store.StoredClock;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits: a case with the clock that says for how long.
 *
 * @param kind of the case: ticket, application or complaint; absent where the clock is of a later version
 * @param start since when that clock runs
 * @param due when its promise ends, or ended; absent where there is no number
 * @param late whether the promise is broken
 */
public record Waiting(
        String unit,

        @JsonProperty("case") String caseId,

        String service,
        String clock,
        @Nullable String kind,
        String promise,
        Instant start,
        @Nullable Instant due,
        boolean late) {
    /** How many of those who wait are named. */
    public static final int NAMED = 10;

    private static final Comparator<Waiting> BY_NAME =
            Comparator.comparing(Waiting::unit).thenComparing(Waiting::caseId).thenComparing(Waiting::clock);

    /** Late for longest first. */
    public static final Comparator<Waiting> LONGEST_LATE = Comparator.comparing(
                    Waiting::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(BY_NAME);

    /** Late by the latest due first. */
    public static final Comparator<Waiting> LAST_LATE = Comparator.comparing(
                    Waiting::due, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(BY_NAME);

    /** Waiting for longest first. */
    public static final Comparator<Waiting> LONGEST_WAITING =
            Comparator.comparing(Waiting::start).thenComparing(BY_NAME);

    static Waiting of(ListedClock listed) {
        StoredClock clock = listed.clock();
        return new Waiting(
                listed.unit(),
                listed.caseId(),
                clock.service(),
                clock.clock(),
                CaseKind.ofClock(clock.clock()),
                Objects.requireNonNull(clock.promise()),
                clock.start(),
                clock.due(),
                clock.outcome() == Outcome.LATE);
    }
}
