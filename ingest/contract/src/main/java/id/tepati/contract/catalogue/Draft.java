package id.tepati.contract.catalogue;

import java.util.List;

/**
 * A catalogue folder without problems: entries that have neither version number nor publication yet.
 *
 * @param entries by file, then by kind, then as written
 */
public record Draft(List<CatalogueEntry> entries) {
    /** Takes a copy. */
    public Draft {
        entries = List.copyOf(entries);
    }
}
