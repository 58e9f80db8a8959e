package id.tepati.importer;

import id.tepati.rules.Ids;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a row belongs: the units from below the root down to its own, and its service.
 *
 * @param units empty where the row belongs to the root itself
 */
record RowUnit(UnitId root, List<Step> units, ServiceId service, String serviceName) {
    /** A unit on the way down, with its name as the row spells it. */
    record Step(UnitId id, String name, String type) {}

    RowUnit {
        units = List.copyOf(units);
    }

    UnitId unit() {
        return units.isEmpty() ? root : units.get(units.size() - 1).id();
    }

    static RowUnit of(Mapping mapping, Row row) throws RowRefused {
        List<Step> units = units(mapping, row);
        if (mapping.service() instanceof Mapping.ServiceRule.Constant constant) {
            return new RowUnit(mapping.root().id(), units, constant.id(), constant.name());
        }
        Mapping.ServiceRule.Column rule = (Mapping.ServiceRule.Column) mapping.service();
        String name = rule.name(row);
        ServiceId service = new ServiceId(Slugs.required(name, rule.column(), Slugs.ELEMENT));
        return new RowUnit(mapping.root().id(), units, service, name);
    }

    private static List<Step> units(Mapping mapping, Row row) throws RowRefused {
        List<Step> steps = new ArrayList<>();
        String id = mapping.root().id().value();
        boolean ended = false;
        for (Mapping.Level level : mapping.path()) {
            String name = level.name(row);
            if (name.isEmpty()) {
                ended = true;
                continue;
            }
            if (ended) {
                throw gap(level);
            }
            id = id + "." + Slugs.required(name, level.column(), Slugs.ELEMENT);
            steps.add(new Step(unit(id), name, level.type()));
        }
        return steps;
    }

    private static UnitId unit(String id) throws RowRefused {
        if (!Ids.isCatalogueId(id)) {
            throw new RowRefused(
                    "unit-id-too-long",
                    "the unit's path makes an id of " + id.length() + " characters, 120 are allowed",
                    "shorten the names, or use fewer levels of `unit`");
        }
        return new UnitId(id);
    }

    private static RowRefused gap(Mapping.Level level) {
        return new RowRefused(
                "gap-in-unit",
                "column " + level.column().name() + " is filled in, but a unit above it is blank",
                "fill in every unit above the lowest");
    }
}
