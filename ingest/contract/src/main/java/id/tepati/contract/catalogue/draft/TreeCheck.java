package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.EntryKind;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that no unit is below itself on any day. */
final class TreeCheck {
    /** The change that closes a circle is the one to point at. */
    private static final Comparator<Located> LATEST_FIRST = Comparator.comparing(
                    (Located located) -> located.entry().effectiveFrom())
            .reversed();

    private final DraftedVersions versions;
    private final Problems problems;
    private final Set<Set<String>> reported = new HashSet<>();

    TreeCheck(DraftedVersions versions, Problems problems) {
        this.versions = versions;
        this.problems = problems;
    }

    void check(List<Located> entries) {
        versions.all(EntryKind.UNIT).stream()
                .map(CatalogueEntry::effectiveFrom)
                .distinct()
                .forEach(date -> check(date, entries));
    }

    private void check(LocalDate date, List<Located> entries) {
        Map<String, String> parents = new HashMap<>();
        for (CatalogueEntry entry : versions.on(date, EntryKind.UNIT)) {
            UnitId parent = unit(entry).parent();
            if (parent != null) {
                parents.put(entry.id(), parent.value());
            }
        }
        Set<String> clear = new HashSet<>();
        entries.stream()
                .filter(located -> governs(located.entry(), date))
                .sorted(LATEST_FIRST)
                .forEach(located -> climb(located, parents, clear));
    }

    private boolean governs(CatalogueEntry entry, LocalDate date) {
        return entry.kind() == EntryKind.UNIT
                && versions.on(date, EntryKind.UNIT, entry.id())
                        .filter(entry::equals)
                        .isPresent();
    }

    private void climb(Located start, Map<String, String> parents, Set<String> clear) {
        Set<String> path = new LinkedHashSet<>();
        @Nullable String unit = start.entry().id();
        while (unit != null && !clear.contains(unit) && path.add(unit)) {
            unit = parents.get(unit);
        }
        boolean cycleHere = unit != null && unit.equals(start.entry().id()) && !clear.contains(unit);
        if (cycleHere && reported.add(Set.copyOf(path))) {
            problems.add(
                    start.fields().at("parent"),
                    "makes a circle: " + String.join(" -> ", path) + " -> " + unit,
                    "give one of them a parent outside the circle, or none");
        }
        if (unit == null || clear.contains(unit)) {
            clear.addAll(path);
        }
    }

    private static Unit unit(CatalogueEntry entry) {
        return ((CatalogueEntry.OfUnit) entry).published().content();
    }
}
