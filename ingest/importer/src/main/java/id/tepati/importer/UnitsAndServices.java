package id.tepati.importer;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Every unit and service that a file names, with all spellings. The order in which rows come makes no difference. */
final class UnitsAndServices {
    /** A unit with the unit above it and all its spellings. */
    record Unit(UnitId id, UnitId parent, String type, SortedSet<String> names) {}

    private final SortedMap<UnitId, Unit> units = new TreeMap<>();
    private final SortedMap<ServiceId, SortedSet<String>> services = new TreeMap<>();

    void add(RowUnit place) {
        UnitId parent = place.root();
        for (RowUnit.Step step : place.units()) {
            UnitId above = parent;
            units.computeIfAbsent(step.id(), id -> new Unit(id, above, step.type(), new TreeSet<>()))
                    .names()
                    .add(step.name());
            parent = step.id();
        }
        services.computeIfAbsent(place.service(), id -> new TreeSet<>()).add(place.serviceName());
    }

    /** The units below the root, by id. */
    Stream<Unit> units() {
        return units.values().stream();
    }

    /** The services by id, each with its first spelling in the order of strings. */
    void eachService(BiConsumer<ServiceId, String> action) {
        services.forEach((id, names) -> action.accept(id, names.first()));
    }

    /** Ids on which different spellings fell, one sentence each. */
    List<String> collisions() {
        Stream<String> ofUnits = units().filter(unit -> unit.names().size() > 1)
                .map(unit -> "unit " + unit.id() + " is spelt " + quoted(unit.names()));
        Stream<String> ofServices = services.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(UnitsAndServices::collision);
        return Stream.concat(ofUnits, ofServices).toList();
    }

    private static String collision(Map.Entry<ServiceId, SortedSet<String>> entry) {
        return "service " + entry.getKey() + " is spelt " + quoted(entry.getValue());
    }

    private static String quoted(SortedSet<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }
}
