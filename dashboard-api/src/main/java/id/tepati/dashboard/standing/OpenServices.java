package id.tepati.dashboard.standing;

import id.tepati.dashboard.store.CatalogueView;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarDay;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Terms;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which services of a unit are open at an instant, and until when that holds. Confined to one query. */
final class OpenServices {
    private final CatalogueView catalogue;
    private final UnitId unit;
    private final Instant now;
    private final Map<String, Boolean> open = new HashMap<>();
    private Instant until;

    OpenServices(CatalogueView catalogue, UnitId unit, Instant now) {
        this.catalogue = catalogue;
        this.unit = unit;
        this.now = now;
        this.until = catalogue.termsHoldUntil(now);
    }

    /** Whether a window of the service is open. */
    boolean isOpen(String service) {
        return open.computeIfAbsent(service, this::look);
    }

    /** Up to when the answers given so far hold. */
    Instant until() {
        return until;
    }

    private boolean look(String service) {
        Optional<WorkCalendar> calendar =
                catalogue.termsNow(unit, new ServiceId(service), now).map(Terms::calendar);
        calendar.ifPresent(this::holdUntilNextBound);
        return calendar.filter(its -> its.isOpenAt(now)).isPresent();
    }

    private void holdUntilNextBound(WorkCalendar calendar) {
        CalendarDay today = calendar.day(calendar.dateOf(now));
        for (Window window : today.windows()) {
            holdUntil(calendar.at(today.date(), window.fromSecond()));
            holdUntil(calendar.at(today.date(), window.toSecond()));
        }
    }

    private void holdUntil(Instant bound) {
        if (bound.isAfter(now) && bound.isBefore(until)) {
            until = bound;
        }
    }
}
