package id.tepati.importer;

import id.tepati.contract.event.DataField;
import id.tepati.contract.event.EventTable;
import id.tepati.contract.text.BadText;
import id.tepati.contract.text.Nearest;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code events} in a mapping. */
final class EventRuleReader {
    /** The keys that an entry may have. */
    static final List<String> KEYS = List.of("type", "id", "time", "day", "when", "once", "promisedAt", "data");

    private static final String PROMISED_AT = Field.PROMISED_AT.wireName();
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final List<EventType> TYPES = Stream.of(EventType.values())
            .filter(type -> type != EventType.SOURCE_HEARTBEAT)
            .toList();

    private final Problems problems;

    EventRuleReader(Problems problems) {
        this.problems = problems;
    }

    /** The rule, or null after everything that is wrong with it was reported. */
    @Nullable
    EventRule read(Fields fields) {
        int before = problems.count();
        EventType type = fields.required("type", EventRuleReader::type);
        Template id = MappingReader.template(fields, "id");
        Template time = MappingReader.template(fields, "time");
        LocalTime day = fields.optional("day", EventRuleReader::day);
        Condition when = ConditionReader.when(fields);
        Once once = fields.orElse("once", EventRuleReader::once, Once.ROW);
        Map<Field, DataValue> data = type == null ? Map.of() : data(fields, type);
        return type == null || id == null || time == null || problems.count() > before
                ? null
                : new EventRule(type, id, time, day, when, once, data);
    }

    private static EventType type(String text) throws BadText {
        return TYPES.stream()
                .filter(type -> type.shortName().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadText(
                        "is no event of a case: " + text,
                        Nearest.advice(
                                text, TYPES.stream().map(EventType::shortName).toList())));
    }

    private static LocalTime day(String text) throws BadText {
        return switch (text) {
            case "start" -> LocalTime.MIDNIGHT;
            case "end" -> LAST_SECOND;
            default -> {
                try {
                    yield Parsers.time(text);
                } catch (BadText e) {
                    throw new BadText(
                            "is no time of day: " + text,
                            "write start, end, or the hour at which the office opens like \"08:00\"");
                }
            }
        };
    }

    private static Once once(String text) throws BadText {
        return switch (text) {
            case "case" -> Once.CASE;
            case "first" -> Once.FIRST;
            case "last" -> Once.LAST;
            default ->
                throw new BadText(
                        "is none of case, first, last: " + text,
                        "write once: case, first or last, or leave it out where every row has its own event");
        };
    }

    private Map<Field, DataValue> data(Fields fields, EventType type) {
        List<DataField> takes = EventTable.fields(type);
        Map<Field, DataValue> data = new EnumMap<>(Field.class);
        Fields given =
                fields.map("data", takes.stream().map(EventRuleReader::name).toList());
        for (DataField field : takes) {
            if (given != null && given.has(name(field))) {
                DataValue value = DataValueReader.read(given, field, problems);
                if (value != null) {
                    data.put(field.field(), value);
                }
            }
        }
        if (fields.has(PROMISED_AT)) {
            promisedAt(fields, type, takes, data);
        }
        if (given != null || !fields.has("data")) {
            requireAll(fields, given, type, takes);
        }
        return data;
    }

    private static void promisedAt(Fields fields, EventType type, List<DataField> takes, Map<Field, DataValue> data) {
        if (takes.stream().noneMatch(field -> field.field() == Field.PROMISED_AT)) {
            fields.report(PROMISED_AT, "is no field of " + type.shortName(), "remove it");
            return;
        }
        Template cells = MappingReader.template(fields, PROMISED_AT);
        if (cells != null) {
            data.put(Field.PROMISED_AT, new DataValue.Date(cells));
        }
    }

    private static void requireAll(Fields fields, @Nullable Fields given, EventType type, List<DataField> takes) {
        for (DataField field : takes) {
            if (field.need() == DataField.Need.REQUIRED
                    && !fields.has(name(field))
                    && (given == null || !given.has(name(field)))) {
                fields.report(
                        "type", type.shortName() + " needs " + name(field), "add it to data: " + field.description());
            }
        }
    }

    private static String name(DataField field) {
        return field.field().wireName();
    }
}
