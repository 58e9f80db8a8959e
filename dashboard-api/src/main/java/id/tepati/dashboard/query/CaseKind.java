package id.tepati.dashboard.query;

import id.tepati.rules.WireName;
import id.tepati.rules.clock.ClockKind;
import org.jspecify.annotations.Nullable;

/** Of what kind a case is, by the clock that runs for it: {@code ticket}, {@code application} or {@code complaint}. */
final class CaseKind {
    private CaseKind() {}

    /** That of the clock of an id; null where this version knows no such clock. */
    static @Nullable String ofClock(String clockId) {
        return ClockKind.ofId(clockId).map(clock -> WireName.of(clock.family())).orElse(null);
    }
}
