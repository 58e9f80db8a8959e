package id.tepati.rules.catalog;

import id.tepati.rules.ServiceId;
import id.tepati.rules.calendar.CalendarId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service as one version of the catalogue describes it.
 *
 * @param calendar overrides the calendar of the unit; null where it does not
 */
public record ServiceVersion(
        ServiceId id,
        int version,
        LocalDate effectiveFrom,
        Instant knownFrom,
        String name,
        @Nullable CalendarId calendar)
        implements Published {}
