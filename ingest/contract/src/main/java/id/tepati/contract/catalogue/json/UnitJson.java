package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.text.BadText;
import id.tepati.contract.text.Parsers;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.Unit;
import java.time.LocalTime;
import java.time.ZoneId;

/** The part of an entry's JSON that describes a unit. */
final class UnitJson {
    private UnitJson() {}

    static ObjectNode write(Unit unit, ObjectNode tree) {
        tree.put("name", unit.name());
        tree.put("type", unit.type());
        if (unit.parent() != null) {
            tree.put("parent", unit.parent().value());
        }
        tree.put("zone", unit.zone().getId());
        tree.put("calendar", unit.calendar().value());
        if (!unit.dayStart().equals(LocalTime.MIDNIGHT)) {
            tree.put("dayStart", unit.dayStart().toString());
        }
        return tree;
    }

    static Unit read(JsonFields fields) throws BadText {
        String dayStart = fields.textOrNull("dayStart");
        String parent = fields.textOrNull("parent");
        return new Unit(
                new UnitId(fields.text("id")),
                fields.text("name"),
                fields.text("type"),
                parent == null ? null : new UnitId(parent),
                ZoneId.of(fields.text("zone")),
                new CalendarId(fields.text("calendar")),
                dayStart == null ? LocalTime.MIDNIGHT : Parsers.time(dayStart));
    }
}
