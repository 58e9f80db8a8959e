package id.tepati.rules.oracle;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarVersion;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.ServiceVersion;
import id.tepati.rules.catalogue.StandardVersion;
import id.tepati.rules.catalogue.UnitVersion;
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
        List<UnitVersion> units,
        List<ServiceVersion> services,
        List<StandardVersion> standards,
        List<CalendarVersion> calendars,
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
