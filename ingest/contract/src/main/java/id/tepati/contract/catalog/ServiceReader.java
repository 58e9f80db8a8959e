package id.tepati.contract.catalog;

import id.tepati.rules.ServiceId;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalog.ServiceVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the services of a draft. */
final class ServiceReader implements EntryReader {
    private static final List<String> KEYS = List.of("id", "effectiveFrom", "name", "calendar");

    private final Problems problems;

    ServiceReader(Problems problems) {
        this.problems = problems;
    }

    @Override
    public List<String> keys() {
        return KEYS;
    }

    @Override
    public @Nullable CatalogEntry read(Fields fields) {
        int before = problems.count();
        ServiceId id = fields.required("id", Parsers::serviceId);
        LocalDate from = fields.orElse("effectiveFrom", Parsers::date, LocalDate.MIN);
        String name = fields.required("name", Parsers::text);
        CalendarId calendar = fields.optional("calendar", Parsers::calendarId);
        return id == null || name == null || problems.count() > before
                ? null
                : new CatalogEntry.OfService(
                        new ServiceVersion(id, CatalogEntry.UNPUBLISHED, from, Instant.MIN, name, calendar));
    }
}
