package id.tepati.contract.catalog;

import java.util.List;

/**
 * All published entries at one moment.
 *
 * @param entries every version ever published, in the order in which their keys first appeared
 * @param revision how many changes were seen so far; two snapshots of one feed with equal revisions are equal
 */
public record CatalogSnapshot(List<CatalogEntry> entries, long revision) {
    /** Nothing was published yet. */
    public static final CatalogSnapshot EMPTY = new CatalogSnapshot(List.of(), 0);

    /** Takes a copy. */
    public CatalogSnapshot {
        entries = List.copyOf(entries);
    }
}
