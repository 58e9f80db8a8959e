package id.tepati.rules.catalogue;

import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the catalogue describes it; tells to which service day of the unit a ticket's instant belongs.
 *
 * @param type kind of unit (kelurahan, kecamatan, opd, puskesmas, ...), an id as well
 * @param parent the unit whose figures include this one's; null at the root
 * @param zone where its local days are
 * @param calendar when it is open
 * @param dayStart when its service day begins, 00:00 but for units that serve through the night
 */
public record Unit(
        UnitId id,
        String name,
        String type,
        @Nullable UnitId parent,
        ZoneId zone,
        CalendarId calendar,
        LocalTime dayStart) {

    /** A unit whose service day begins at midnight. */
    public Unit(UnitId id, String name, String type, @Nullable UnitId parent, ZoneId zone, CalendarId calendar) {
        this(id, name, type, parent, zone, calendar, LocalTime.MIDNIGHT);
    }

    /** The service day that an instant belongs to: the local date, counted from the day start on. */
    public LocalDate serviceDayOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone)
                .minusSeconds(dayStart.toSecondOfDay())
                .toLocalDate();
    }
}
