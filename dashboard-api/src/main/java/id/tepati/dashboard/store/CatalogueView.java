package id.tepati.dashboard.store;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.catalogue.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One revision of the catalogue with what queries ask of it: the tree of units and the terms of today. Thread-safe. */
public final class CatalogueView {
    /** Before anything was published. */
    public static final CatalogueView EMPTY = of(CatalogueSnapshot.EMPTY);

    /** All local midnights lie on one. */
    private static final long QUARTER_HOUR = 900;

    private final Catalogue catalogue;
    private final long revision;
    private final Map<UnitId, Unit> units;
    private final List<UnitId> inOrder;
    private final Map<UnitId, List<UnitId>> children = new HashMap<>();
    private final NavigableSet<Instant> publications;
    private final Map<Set<UnitId>, CatalogueView> parts = new ConcurrentHashMap<>();
    private volatile Today today = new Today(Instant.MIN, Instant.MIN, new ConcurrentHashMap<>());

    private record UnitAndService(UnitId unit, ServiceId service) {}

    private record Today(Instant from, Instant until, Map<UnitAndService, Terms> terms) {
        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    private CatalogueView(
            Catalogue catalogue, Predicate<UnitId> seen, long revision, NavigableSet<Instant> publications) {
        this.catalogue = catalogue;
        this.revision = revision;
        this.publications = publications;
        List<Unit> all =
                catalogue.units().stream().filter(unit -> seen.test(unit.id())).toList();
        this.units = all.stream().collect(Collectors.toUnmodifiableMap(Unit::id, unit -> unit));
        this.inOrder = all.stream().map(Unit::id).toList();
        for (Unit unit : all) {
            if (unit.parent() != null) {
                children.computeIfAbsent(unit.parent(), absent -> new ArrayList<>())
                        .add(unit.id());
            }
        }
    }

    /** Looks at what was published at one moment. */
    public static CatalogueView of(CatalogueSnapshot snapshot) {
        NavigableSet<Instant> publications = snapshot.entries().stream()
                .map(CatalogueEntry::knownFrom)
                .collect(Collectors.toCollection(TreeSet::new));
        return new CatalogueView(snapshot.catalogue(), all -> true, snapshot.revision(), publications);
    }

    /**
     * The same for somebody to whom there are no other units than these and those below them. What governs a case is the
     * same whoever looks at it.
     */
    CatalogueView seenFrom(Set<UnitId> roots) {
        return parts.computeIfAbsent(Set.copyOf(roots), given -> {
            Set<UnitId> seen =
                    given.stream().flatMap(root -> subtree(root).stream()).collect(Collectors.toSet());
            return new CatalogueView(catalogue, seen::contains, revision, publications);
        });
    }

    /** All that was ever published, of every unit. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Counts the changes of the catalogue. */
    public long revision() {
        return revision;
    }

    /** Every unit that is seen, in the order of the catalogue. */
    public List<UnitId> units() {
        return inOrder;
    }

    /** Whether there is such a unit. */
    public boolean knows(UnitId id) {
        return units.containsKey(id);
    }

    /** The unit above one; empty at a root, and where that is not seen. */
    public Optional<UnitId> parent(Unit unit) {
        return Optional.ofNullable(unit.parent()).filter(this::knows);
    }

    /** The newest version of a unit. */
    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    /** The time zone of a unit, UTC where it is unknown. */
    public ZoneId zone(UnitId id) {
        return unit(id).map(Unit::zone).orElse(ZoneOffset.UTC);
    }

    /** A unit and all units below it. */
    public Set<UnitId> subtree(UnitId root) {
        Set<UnitId> found = new LinkedHashSet<>();
        List<UnitId> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            UnitId next = open.remove(open.size() - 1);
            if (found.add(next)) {
                open.addAll(children.getOrDefault(next, List.of()));
            }
        }
        return found;
    }

    /** What governs a clock that starts now at a unit; empty for a unit that was never published. */
    public Optional<Terms> termsNow(UnitId unit, ServiceId service, Instant now) {
        if (!knows(unit)) {
            return Optional.empty();
        }
        Today current = today;
        if (!current.holds(now)) {
            current = new Today(termsHoldFrom(now), termsHoldUntil(now), new ConcurrentHashMap<>());
            today = current;
        }
        return Optional.of(current.terms.computeIfAbsent(
                new UnitAndService(unit, service),
                key -> catalogue.history(unit, service).at(now).inForceAt(now)));
    }

    /** Up to when the terms of now hold for sure: the next local midnight of any zone, or what is published before. */
    public Instant termsHoldUntil(Instant now) {
        Instant midnight = quarterOf(now).plusSeconds(QUARTER_HOUR);
        Instant published = publications.higher(now);
        return published != null && published.isBefore(midnight) ? published : midnight;
    }

    private Instant termsHoldFrom(Instant now) {
        Instant midnight = quarterOf(now);
        Instant published = publications.floor(now);
        return published != null && published.isAfter(midnight) ? published : midnight;
    }

    private static Instant quarterOf(Instant now) {
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), QUARTER_HOUR) * QUARTER_HOUR);
    }
}
