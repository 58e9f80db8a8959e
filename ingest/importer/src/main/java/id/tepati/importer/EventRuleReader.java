package id.tepati.importer;

import id.tepati.contract.event.DataField;
import id.tepati.contract.event.EventTable;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code events} in a mapping. */
final class EventRuleReader {
    private EventRuleReader() {}

    static EventRule read(YamlMap yaml) {
        yaml.allowOnly("type", "id", "time", "when", "once", "promisedAt", "data");
        EventType type = type(yaml);
        return new EventRule(
                type,
                MappingReader.template(yaml, "id"),
                MappingReader.column(yaml, "time"),
                when(yaml),
                once(yaml),
                data(yaml, type));
    }

    private static EventType type(YamlMap yaml) {
        String name = yaml.text("type");
        return Arrays.stream(EventType.values())
                .filter(type -> type != EventType.SOURCE_HEARTBEAT)
                .filter(type -> type.shortName().equals(name))
                .findFirst()
                .orElseThrow(() -> yaml.error("type", "`" + name + "` is no event of a case", "use one of " + types()));
    }

    private static String types() {
        return Arrays.stream(EventType.values())
                .filter(type -> type != EventType.SOURCE_HEARTBEAT)
                .map(EventType::shortName)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Condition when(YamlMap yaml) {
        if (!yaml.has("when")) {
            return null;
        }
        return yaml.isScalar("when")
                ? new Condition(MappingReader.column(yaml, "when"), null)
                : condition(yaml.map("when").allowOnly("column", "equals"));
    }

    static Condition condition(YamlMap yaml) {
        return new Condition(
                MappingReader.column(yaml, "column"),
                yaml.optionalText("equals").orElse(null));
    }

    private static boolean once(YamlMap yaml) {
        if (!yaml.has("once")) {
            return false;
        }
        if (!yaml.text("once").equals("case")) {
            throw yaml.error(
                    "once", "an event comes once per case or for every row", "write `once: case` or leave out");
        }
        return true;
    }

    private static Map<Field, DataValue> data(YamlMap yaml, EventType type) {
        Map<Field, DataValue> data = new EnumMap<>(Field.class);
        if (yaml.has("data")) {
            YamlMap fields = yaml.map("data");
            for (String name : fields.keys()) {
                DataField field = field(fields, name, type);
                data.put(field.field(), DataValueReader.read(fields, name, field));
            }
        }
        if (yaml.has("promisedAt")) {
            field(yaml, Field.PROMISED_AT.wireName(), type);
            data.put(Field.PROMISED_AT, new DataValue.Date(MappingReader.column(yaml, "promisedAt")));
        }
        requireAll(yaml, type, data);
        return data;
    }

    private static DataField field(YamlMap fields, String name, EventType type) {
        List<DataField> known = EventTable.fields(type);
        return known.stream()
                .filter(field -> field.field().wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> fields.error(
                        name,
                        type.shortName() + " has no field `" + name + "`",
                        known.isEmpty() ? "remove it" : "use one of " + names(known)));
    }

    private static String names(List<DataField> fields) {
        return fields.stream().map(field -> field.field().wireName()).collect(Collectors.joining(", "));
    }

    private static void requireAll(YamlMap yaml, EventType type, Map<Field, DataValue> data) {
        for (DataField field : EventTable.fields(type)) {
            if (field.need() == DataField.Need.REQUIRED && !data.containsKey(field.field())) {
                throw yaml.error(
                        "type",
                        type.shortName() + " needs `" + field.field().wireName() + "`",
                        "add it to `data`: " + field.description());
            }
        }
    }
}
