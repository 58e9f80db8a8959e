package id.tepati.importer;

import java.util.List;

/** The events of one row, possibly none. */
record RowEvents(List<ImportEvent> events) implements RowResult {
    RowEvents {
        events = List.copyOf(events);
    }
}
