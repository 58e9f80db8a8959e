package id.tepati.contract.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What publishing a draft would change. Entries are compared by kind, id, effectiveFrom and content, with the latest
 * version published for that effectiveFrom. Nothing is ever removed: what the draft does not name stays in force.
 *
 * @param unchanged published entries that the draft repeats
 * @param changed entries that get a new version because the draft says something else for the same days
 * @param added entries for an id or an effectiveFrom that was never published, with their version number to be
 * @param kept published entries that the draft does not name
 */
public record CatalogueDiff(
        List<CatalogueEntry> unchanged, List<Change> changed, List<CatalogueEntry> added, List<CatalogueEntry> kept) {

    private static final Comparator<CatalogueEntry> ORDER = Comparator.comparing(CatalogueEntry::kind)
            .thenComparing(CatalogueEntry::id)
            .thenComparing(CatalogueEntry::effectiveFrom);

    /** Takes copies. */
    public CatalogueDiff {
        unchanged = List.copyOf(unchanged);
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        kept = List.copyOf(kept);
    }

    /**
     * One entry that says something else.
     *
     * @param before as published last
     * @param after as the draft has it, with its version number to be
     */
    public record Change(CatalogueEntry before, CatalogueEntry after) {}

    private record Slot(EntryKind kind, String id, LocalDate effectiveFrom) {
        static Slot of(CatalogueEntry entry) {
            return new Slot(entry.kind(), entry.id(), entry.effectiveFrom());
        }
    }

    /** Compares a draft with everything published so far, in any order. */
    public static CatalogueDiff between(List<CatalogueEntry> published, Draft draft) {
        Map<Slot, CatalogueEntry> latest = new HashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        for (CatalogueEntry entry : published) {
            latest.merge(Slot.of(entry), entry, (a, b) -> a.version() > b.version() ? a : b);
            versions.merge(counter(entry), entry.version(), Math::max);
        }
        List<CatalogueEntry> unchanged = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<CatalogueEntry> added = new ArrayList<>();
        for (CatalogueEntry entry : draft.entries().stream().sorted(ORDER).toList()) {
            CatalogueEntry before = latest.remove(Slot.of(entry));
            if (before != null && before.saysTheSameAs(entry)) {
                unchanged.add(before);
                continue;
            }
            CatalogueEntry numbered = entry.as(versions.merge(counter(entry), 1, Integer::sum), Instant.MIN);
            if (before == null) {
                added.add(numbered);
            } else {
                changed.add(new Change(before, numbered));
            }
        }
        List<CatalogueEntry> kept = latest.values().stream().sorted(ORDER).toList();
        return new CatalogueDiff(unchanged, changed, added, kept);
    }

    /** Whether publishing would change nothing. */
    public boolean isEmpty() {
        return changed.isEmpty() && added.isEmpty();
    }

    /** The entries to publish, known from the given instant: what is referred to comes before what refers to it. */
    public List<CatalogueEntry> publish(Instant knownFrom) {
        List<CatalogueEntry> entries = new ArrayList<>(added);
        changed.forEach(change -> entries.add(change.after()));
        return entries.stream()
                .sorted(ORDER)
                .map(entry -> entry.as(entry.version(), knownFrom))
                .toList();
    }

    private static String counter(CatalogueEntry entry) {
        return entry.kind().id() + "/" + entry.id();
    }
}
