package id.tepati.rules.catalog;

import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A unit as one version of the catalogue describes it.
 *
 * @param type kind of unit (kelurahan, kecamatan, opd, puskesmas, ...), an id as well
 * @param parent the unit whose figures include this one's; null at the root
 * @param zone where its local days are
 * @param calendar when it is open
 */
public record UnitVersion(
        UnitId id,
        int version,
        LocalDate effectiveFrom,
        Instant knownFrom,
        String name,
        String type,
        @Nullable UnitId parent,
        ZoneId zone,
        CalendarId calendar)
        implements Published {}
