package id.tepati.rules.oracle;

import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A small invented catalogue of one unit with two services, and the instants near which things should happen.
 *
 * @param anchors ascending; opening hours, midnights, publications
 */
public record World(
        UnitId unit,
        List<ServiceId> serviceIds,
        ZoneId zone,
        List<Published<Unit>> units,
        List<Published<Service>> services,
        List<Published<Standard>> standards,
        List<Published<Calendar>> calendars,
        List<Instant> anchors) {

    /** The main code's view of it. */
    public Catalogue catalogue() {
        return new Catalogue(units, services, standards, calendars);
    }

    /** The naive view of it. */
    public Oracle oracle() {
        return new Oracle(units, services, standards, calendars);
    }
}
