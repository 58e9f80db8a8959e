package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.Published;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.Unit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the units of a draft. */
final class UnitReader implements EntryReader {
    private static final List<String> KEYS =
            List.of("id", "effectiveFrom", "name", "type", "parent", "zone", "calendar", "dayStart");

    private final Problems problems;

    UnitReader(Problems problems) {
        this.problems = problems;
    }

    @Override
    public List<String> keys() {
        return KEYS;
    }

    @Override
    public @Nullable CatalogueEntry read(Fields fields) {
        int before = problems.count();
        UnitId id = fields.required("id", Parsers::unitId);
        LocalDate from = fields.orElse("effectiveFrom", Parsers::date, LocalDate.MIN);
        String name = fields.required("name", Parsers::text);
        String type = fields.required("type", Parsers::id);
        UnitId parent = fields.optional("parent", Parsers::unitId);
        ZoneId zone = fields.required("zone", Parsers::zone);
        CalendarId calendar = fields.required("calendar", Parsers::calendarId);
        LocalTime dayStart = fields.orElse("dayStart", Parsers::time, LocalTime.MIDNIGHT);
        if (id == null || name == null || type == null || zone == null || calendar == null) {
            return null;
        }
        return problems.count() > before
                ? null
                : new CatalogueEntry.OfUnit(
                        Published.draft(from, new Unit(id, name, type, parent, zone, calendar, dayStart)));
    }
}
