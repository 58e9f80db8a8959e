package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.contract.event.DataField;
import id.tepati.contract.event.ValueKind;

/** Reads where one field of an event comes from: a constant, or a map that names a column and what to make of it. */
final class DataValueReader {
    private final YamlMap fields;
    private final String name;
    private final DataField field;

    private DataValueReader(YamlMap fields, String name, DataField field) {
        this.fields = fields;
        this.name = name;
        this.field = field;
    }

    static DataValue read(YamlMap fields, String name, DataField field) {
        DataValueReader reader = new DataValueReader(fields, name, field);
        return fields.isScalar(name) ? reader.constant() : reader.fromColumn(fields.map(name));
    }

    private DataValue constant() {
        String text = fields.text(name);
        if (!field.choices().isEmpty() && !field.choices().contains(text)) {
            throw wrong("`" + text + "` is not among its words");
        }
        return new DataValue.Constant(node(text));
    }

    private JsonNode node(String text) {
        return switch (field.kind()) {
            case FLAG -> BooleanNode.valueOf(flag(text));
            case AMOUNT -> IntNode.valueOf(amount(text));
            case MOMENT, TIME, DATE, UNIT, SERVICE, ID, ID_TEXT, LABEL, CODE, CODES, CHOICE, EVENT_NAME ->
                TextNode.valueOf(text);
        };
    }

    private boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong("`" + text + "` is neither yes nor no");
        }
        return text.equals("true");
    }

    private int amount(String text) {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw wrong("`" + text + "` is no amount");
        }
        return Integer.parseInt(text);
    }

    /** Free text must not slip into a code, so a cell goes in by its slug only. */
    private DataValue fromColumn(YamlMap value) {
        return switch (field.kind()) {
            case CODE, CODES, CHOICE, SERVICE, ID ->
                new DataValue.Slug(MappingReader.column(only(value, "slug"), "slug"));
            case MOMENT, TIME, DATE -> new DataValue.Date(MappingReader.column(only(value, "date"), "date"));
            case FLAG -> new DataValue.Flag(EventRuleReader.condition(only(value, "column", "equals")));
            case UNIT, ID_TEXT, LABEL, EVENT_NAME ->
                new DataValue.Text(MappingReader.template(only(value, "text"), "text"));
            case AMOUNT -> throw wrong("an amount is a constant");
        };
    }

    private YamlMap only(YamlMap value, String... keys) {
        if (!value.has(keys[0])) {
            String example =
                    field.kind() == ValueKind.FLAG ? "{column: COLUMN, equals: TEXT}" : "{" + keys[0] + ": COLUMN}";
            throw fields.error(name, "`" + name + "` takes a " + field.description(), "write " + name + ": " + example);
        }
        return value.allowOnly(keys);
    }

    private ImportException wrong(String problem) {
        return fields.error(name, problem, "`" + name + "` takes " + field.description());
    }
}
