package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.EntryKind;
import id.tepati.rules.Published;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The catalogue as it will be once the draft is published: what governs on which day. */
final class DraftedVersions {
    private final Map<EntryKind, Map<String, NavigableMap<LocalDate, CatalogueEntry>>> byKind =
            new EnumMap<>(EntryKind.class);
    private final SortedSet<LocalDate> dates = new TreeSet<>();

    DraftedVersions(CatalogueSnapshot published, List<Located> draft) {
        published.entries().forEach(this::put);
        draft.forEach(located -> put(located.entry()));
    }

    /** Every day on which something begins to govern. */
    SortedSet<LocalDate> dates() {
        return dates;
    }

    /** The entry of the given kind and id that governs on a day. */
    Optional<CatalogueEntry> on(LocalDate date, EntryKind kind, String id) {
        return Optional.ofNullable(of(kind).get(id))
                .map(versions -> versions.floorEntry(date))
                .map(Map.Entry::getValue);
    }

    /** All entries of a kind that govern on a day. */
    List<CatalogueEntry> on(LocalDate date, EntryKind kind) {
        return of(kind).values().stream()
                .map(versions -> versions.floorEntry(date))
                .filter(entry -> entry != null)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** All entries of a kind, whenever they govern. */
    List<CatalogueEntry> all(EntryKind kind) {
        return of(kind).values().stream()
                .map(NavigableMap::values)
                .flatMap(Collection::stream)
                .toList();
    }

    private Map<String, NavigableMap<LocalDate, CatalogueEntry>> of(EntryKind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    private void put(CatalogueEntry entry) {
        dates.add(entry.effectiveFrom());
        byKind.computeIfAbsent(entry.kind(), kind -> new TreeMap<>())
                .computeIfAbsent(entry.id(), id -> new TreeMap<>())
                .merge(entry.effectiveFrom(), entry, DraftedVersions::later);
    }

    /** A draft entry replaces the published one of its day; of published ones the latest version counts. */
    private static CatalogueEntry later(CatalogueEntry one, CatalogueEntry other) {
        return other.version() == Published.UNPUBLISHED || other.version() >= one.version() ? other : one;
    }
}
