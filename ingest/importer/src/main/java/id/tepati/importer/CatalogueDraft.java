package id.tepati.importer;

import id.tepati.rules.UnitId;
import id.tepati.rules.clock.ClockKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The catalogue that a file implies, as YAML: its units and services, where the mapping names no calendar one that never closes, and for each
 * unit a standard that promises what each case was told. Standards are tied to units by id and not by type, so that
 * two imports, or an import and a city's own catalogue, never govern each other's units.
 */
final class CatalogueDraft {
    /** The name under which it is published. */
    static final String FILE = "derived.yaml";

    private static final String NEVER_CLOSES = "buka-24-jam";
    private static final int NEVER_WRAP = Integer.MAX_VALUE;

    private final Mapping mapping;
    private final UnitsAndServices named;

    CatalogueDraft(Mapping mapping, UnitsAndServices named) {
        this.mapping = mapping;
        this.named = named;
    }

    /** The same text for the same units, services and spellings, however the rows were ordered. */
    String yaml() {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        if (mapping.catalogue().calendar() == null) {
            catalogue.put("calendars", List.of(entry("id", NEVER_CLOSES, "alwaysOpen", true)));
        }
        catalogue.put("units", units());
        catalogue.put("services", services());
        if (!mapping.promise().isEmpty()) {
            catalogue.put("standards", standards());
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setSplitLines(false)
                .setWidth(NEVER_WRAP)
                .build();
        return new Dump(settings).dumpToString(catalogue);
    }

    private List<Object> units() {
        List<Object> units = new ArrayList<>();
        Mapping.Root root = mapping.root();
        String zone = mapping.zone().getId();
        units.add(entry(
                "id",
                root.id().value(),
                "name",
                root.name(),
                "type",
                root.type(),
                "zone",
                zone,
                "calendar",
                calendar()));
        named.units()
                .map(unit -> entry(
                        "id", unit.id().value(),
                        "name", unit.names().first(),
                        "type", unit.type(),
                        "parent", unit.parent().value(),
                        "zone", zone,
                        "calendar", calendar()))
                .forEach(units::add);
        return units;
    }

    private String calendar() {
        return Objects.requireNonNullElse(mapping.catalogue().calendar(), NEVER_CLOSES);
    }

    private List<Object> services() {
        List<Object> services = new ArrayList<>();
        named.eachService((id, name) -> services.add(entry("id", id.value(), "name", name)));
        return services;
    }

    private List<Object> standards() {
        List<Object> standards = new ArrayList<>();
        standards.add(standard(mapping.root().id()));
        named.units().map(unit -> standard(unit.id())).forEach(standards::add);
        return standards;
    }

    private Map<String, Object> standard(UnitId unit) {
        List<Map<String, Object>> promises = mapping.promise().stream()
                .map(ClockKind::id)
                .map(clock -> entry("clock", clock, "within", "stated"))
                .toList();
        return entry(
                "unit", unit.value(), "service", "*", "sk", "Berkas impor " + mapping.source(), "promises", promises);
    }

    private static Map<String, Object> entry(Object... keysAndValues) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entry.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return entry;
    }
}
