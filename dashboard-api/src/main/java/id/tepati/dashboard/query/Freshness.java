package id.tepati.dashboard.query;

import id.tepati.dashboard.store.Model;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How old the answers of a model are. */
public final class Freshness {
    /** From this age on figures are no more those of now. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(15);

    private Freshness() {}

    /** Seconds since asOf, never negative; null while asOf is unknown. */
    public static @Nullable Double seconds(Model model, Instant now) {
        return model.asOf()
                .map(asOf -> Math.max(0, Duration.between(asOf, now).toMillis()) / 1000.0)
                .orElse(null);
    }
}
