package id.tepati.contract.catalogue;

import id.tepati.rules.calendar.CalendarVersion;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.ServiceVersion;
import id.tepati.rules.catalogue.StandardVersion;
import id.tepati.rules.catalogue.UnitVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * All published entries at one moment.
 *
 * @param entries every version ever published, in the order in which their keys first appeared
 * @param revision how many changes were seen so far; two snapshots of one feed with equal revisions are equal
 */
public record CatalogueSnapshot(List<CatalogueEntry> entries, long revision) {
    /** Nothing was published yet. */
    public static final CatalogueSnapshot EMPTY = new CatalogueSnapshot(List.of(), 0);

    /** Takes a copy. */
    public CatalogueSnapshot {
        entries = List.copyOf(entries);
    }

    /** The entries as the rules ask for them; keep it, since it keeps what it works out. */
    public Catalogue catalogue() {
        List<UnitVersion> units = new ArrayList<>();
        List<ServiceVersion> services = new ArrayList<>();
        List<StandardVersion> standards = new ArrayList<>();
        List<CalendarVersion> calendars = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            if (entry instanceof CatalogueEntry.OfUnit it) {
                units.add(it.unit());
            } else if (entry instanceof CatalogueEntry.OfService it) {
                services.add(it.service());
            } else if (entry instanceof CatalogueEntry.OfStandard it) {
                standards.add(it.standard());
            } else if (entry instanceof CatalogueEntry.OfCalendar it) {
                calendars.add(it.calendar());
            }
        }
        return new Catalogue(units, services, standards, calendars);
    }
}
