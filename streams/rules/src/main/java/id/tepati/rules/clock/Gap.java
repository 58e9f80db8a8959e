package id.tepati.rules.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which a clock did not run, [from, to).
 *
 * @param to null while it lasts
 */
public record Gap(GapKind kind, Instant from, @Nullable Instant to) {
    /** Whether the instant lies in it. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && (to == null || instant.isBefore(to));
    }

    /** Whether it was over by an instant. */
    public boolean isOverBy(Instant instant) {
        return to != null && !to.isAfter(instant);
    }
}
