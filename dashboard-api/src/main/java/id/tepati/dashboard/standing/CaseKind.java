package id.tepati.dashboard.standing;

import id.tepati.rules.WireName;
import id.tepati.rules.clock.ClockKind;
import org.jspecify.annotations.Nullable;

/** Of what kind a case is, by the clock that runs for it: {@code ticket}, {@code application} or {@code complaint}. */
public final class CaseKind {
    private CaseKind() {}

    /** That of the clock of an id; null where this version knows no such clock. */
    public static @Nullable String ofClock(String clockId) {
        return ClockKind.ofId(clockId).map(clock -> WireName.of(clock.family())).orElse(null);
    }
}
