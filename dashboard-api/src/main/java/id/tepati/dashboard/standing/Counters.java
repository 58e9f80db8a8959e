package id.tepati.dashboard.standing;

import id.tepati.dashboard.store.CatalogueView;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventFamily;
import java.time.Instant;
import java.util.Set;

/** Where people come with a number, and when they are shown as waiting there. */
public final class Counters {
    private static final Set<String> WAITS = Set.of(ClockKind.WAITING.id(), ClockKind.RE_WAITING.id());

    private Counters() {}

    /** Whether a window of the service is open; outside of them nobody is shown as waiting. */
    public static boolean isOpen(CatalogueView catalogue, UnitId unit, String service, Instant at) {
        return catalogue
                .termsNow(unit, new ServiceId(service), at)
                .filter(terms -> terms.calendar().isOpenAt(at))
                .isPresent();
    }

    /** Whether somebody waits while the clock of this id runs: for the first call, or again. */
    public static boolean isWait(String clockId) {
        return WAITS.contains(clockId);
    }

    /** Whether the clock of this id runs for somebody who came with a number, waiting or served. */
    static boolean isAtCounter(String clockId) {
        return ClockKind.ofId(clockId)
                .filter(clock -> clock.family() == EventFamily.TICKET)
                .isPresent();
    }
}
