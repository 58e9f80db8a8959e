package id.tepati.dashboard.query;

import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.dashboard.readmodel.UnitFigures;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.clock.ClockKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many were served within the hour before the figures. It takes a look at every case of a unit, so each unit is
 * counted at most once a second of the figures, however many ask. Belongs to one model. Thread-safe.
 */
public final class ServedLastHour {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<UnitId, Kept> kept = new ConcurrentHashMap<>();

    /** A stage of a service, {@code main} where it has none. */
    record Counter(String service, String stage) {
        static Counter of(HeldClock clock) {
            String stage = clock.stage();
            return new Counter(clock.service(), stage == null ? Stage.MAIN.value() : stage);
        }
    }

    private record Kept(long second, Map<Counter, Long> served) {}

    /** Counts by counter; those where nobody was served are left out. */
    Map<Counter, Long> at(UnitId unit, UnitFigures figures, Instant asOf) {
        long second = asOf.getEpochSecond();
        return kept.compute(
                        unit,
                        (id, known) -> known != null && known.second() == second
                                ? known
                                : new Kept(second, count(figures, asOf)))
                .served();
    }

    private static Map<Counter, Long> count(UnitFigures figures, Instant asOf) {
        Map<Counter, Long> served = new HashMap<>();
        for (HeldCase held : figures.cases()) {
            for (HeldClock clock : held.clocks()) {
                if (wasServedWithin(asOf, clock)) {
                    served.merge(Counter.of(clock), 1L, Long::sum);
                }
            }
        }
        return Map.copyOf(served);
    }

    private static boolean wasServedWithin(Instant asOf, HeldClock clock) {
        return clock.clock().equals(ClockKind.SERVING.id())
                && clock.seconds().isPresent()
                && clock.end()
                        .filter(end -> !end.isAfter(asOf) && end.isAfter(asOf.minus(HOUR)))
                        .isPresent();
    }
}
