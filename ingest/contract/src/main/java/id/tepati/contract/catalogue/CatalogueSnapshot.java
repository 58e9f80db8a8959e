package id.tepati.contract.catalogue;

import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Unit;
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
        Sorted sorted = new Sorted();
        entries.forEach(entry -> entry.accept(sorted));
        return new Catalogue(sorted.units, sorted.services, sorted.standards, sorted.calendars);
    }

    /** Puts each kind into a list of its own; answers what the list does. */
    private static final class Sorted implements CatalogueEntry.Visitor<Boolean> {
        private final List<Published<Calendar>> calendars = new ArrayList<>();
        private final List<Published<Unit>> units = new ArrayList<>();
        private final List<Published<Service>> services = new ArrayList<>();
        private final List<Published<Standard>> standards = new ArrayList<>();

        @Override
        public Boolean calendar(Published<Calendar> calendar) {
            return calendars.add(calendar);
        }

        @Override
        public Boolean unit(Published<Unit> unit) {
            return units.add(unit);
        }

        @Override
        public Boolean service(Published<Service> service) {
            return services.add(service);
        }

        @Override
        public Boolean standard(Published<Standard> standard) {
            return standards.add(standard);
        }
    }
}
