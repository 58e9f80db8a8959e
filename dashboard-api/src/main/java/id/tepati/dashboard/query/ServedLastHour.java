package id.tepati.dashboard.query;

import id.tepati.dashboard.store.ClockRows;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many were served within the hour before the figures, counted at most once a second of the figures, however many
 * ask. Belongs to one model. Thread-safe.
 */
public final class ServedLastHour {
    private static final Duration HOUR = Duration.ofHours(1);

    private volatile Kept kept = new Kept(Long.MIN_VALUE, Map.of());

    /** A stage of a service, {@code main} where it has none. */
    record Counter(String service, String stage) {
        static Counter of(String service, @Nullable String stage) {
            return new Counter(service, stage == null ? Stage.MAIN.value() : stage);
        }
    }

    private record Kept(long second, Map<String, Map<Counter, Long>> served) {}

    /** Counts by counter; those where nobody was served are left out. */
    Map<Counter, Long> at(UnitId unit, Model model, Instant asOf) {
        Kept known = kept;
        if (known.second() != asOf.getEpochSecond()) {
            known = new Kept(asOf.getEpochSecond(), count(model, asOf));
            kept = known;
        }
        return known.served().getOrDefault(unit.value(), Map.of());
    }

    private static Map<String, Map<Counter, Long>> count(Model model, Instant asOf) {
        Map<String, Map<Counter, Long>> served = new HashMap<>();
        for (ClockRows.Served each : model.clocks().served(asOf, HOUR)) {
            served.computeIfAbsent(each.unit(), absent -> new HashMap<>())
                    .merge(Counter.of(each.service(), each.stage()), each.count(), Long::sum);
        }
        return served;
    }
}
