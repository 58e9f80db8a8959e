package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.contract.event.DataField;
import id.tepati.contract.event.ValueKind;
import id.tepati.contract.text.BadText;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads where one field of an event comes from: a constant, or a map that names a column and what to make of it. */
final class DataValueReader {
    private static final String CODES = "codes";
    private static final String OTHERWISE = "otherwise";
    private static final List<String> FORM_KEYS =
            List.of("slug", "date", "text", "column", "equals", "not", CODES, OTHERWISE);

    private final Fields fields;
    private final String name;
    private final DataField field;
    private final Problems problems;

    private DataValueReader(Fields fields, DataField field, Problems problems) {
        this.fields = fields;
        this.name = field.field().wireName();
        this.field = field;
        this.problems = problems;
    }

    /** The value of a field that is there, or null after what is wrong with it was reported. */
    static @Nullable DataValue read(Fields fields, DataField field, Problems problems) {
        DataValueReader reader = new DataValueReader(fields, field, problems);
        return fields.text(reader.name) != null ? fields.optional(reader.name, reader::constant) : reader.fromColumn();
    }

    private DataValue constant(String written) throws BadText {
        return new DataValue.Constant(chosen(Parsers.text(written)));
    }

    private JsonNode chosen(String text) throws BadText {
        if (!field.choices().isEmpty() && !field.choices().contains(text)) {
            throw wrong("is not among its words: " + text);
        }
        return node(text);
    }

    private JsonNode node(String text) throws BadText {
        return switch (field.kind()) {
            case FLAG -> BooleanNode.valueOf(flag(text));
            case AMOUNT -> IntNode.valueOf(amount(text));
            case MOMENT, TIME, DATE, UNIT, SERVICE, ID, ID_TEXT, LABEL, CODE, CODES, CHOICE, EVENT_NAME ->
                TextNode.valueOf(text);
        };
    }

    private boolean flag(String text) throws BadText {
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong("is neither true nor false: " + text);
        }
        return text.equals("true");
    }

    private int amount(String text) throws BadText {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw wrong("is no amount: " + text);
        }
        return Integer.parseInt(text);
    }

    private BadText wrong(String what) {
        return new BadText(what, name + " takes " + field.description());
    }

    /** Free text must not slip into a code, so a cell goes in by its slug only. */
    private @Nullable DataValue fromColumn() {
        return switch (field.kind()) {
            case CODE, CODES, CHOICE, SERVICE, ID -> {
                if (hasTable()) {
                    yield code();
                }
                ColumnRef column = column("slug");
                yield column == null ? null : new DataValue.Slug(column);
            }
            case MOMENT, TIME, DATE -> {
                Fields form = form("date");
                Template cells = form == null ? null : MappingReader.template(form, "date");
                yield cells == null ? null : new DataValue.Date(cells);
            }
            case FLAG -> {
                Fields form = form("column", "equals", "not");
                Condition condition = form == null ? null : ConditionReader.ofColumn(form);
                yield condition == null ? null : new DataValue.Flag(condition);
            }
            case UNIT, ID_TEXT, LABEL, EVENT_NAME -> {
                Fields form = form("text");
                Template template = form == null ? null : MappingReader.template(form, "text");
                yield template == null ? null : new DataValue.Text(template);
            }
            case AMOUNT -> {
                fields.report(name, "is not a constant", name + " takes " + field.description());
                yield null;
            }
        };
    }

    private boolean hasTable() {
        return fields.node(name) instanceof MappingNode form
                && form.getValue().stream()
                        .anyMatch(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(CODES));
    }

    private @Nullable DataValue code() {
        Fields form = form("column", CODES, OTHERWISE);
        if (form == null) {
            return null;
        }
        int before = problems.count();
        ColumnRef column = MappingReader.column(form, "column");
        CodeTable<JsonNode> table = CodeTable.read(form, CODES, this::code, problems);
        JsonNode otherwise = form.optional(OTHERWISE, this::code);
        return column == null || table == null || problems.count() > before
                ? null
                : new DataValue.Code(column, table, otherwise);
    }

    private JsonNode code(String written) throws BadText {
        return chosen(Parsers.text(written));
    }

    private @Nullable ColumnRef column(String key) {
        Fields form = form(key);
        return form == null ? null : MappingReader.column(form, key);
    }

    /** The map with the keys that this kind of field takes, the first of which must be there. */
    private @Nullable Fields form(String... keys) {
        int before = problems.count();
        Fields form = fields.map(name, FORM_KEYS);
        if (form == null || problems.count() > before) {
            return null;
        }
        if (!form.has(keys[0]) || !List.of(keys).containsAll(form.keys())) {
            String example =
                    field.kind() == ValueKind.FLAG ? "{column: COLUMN, equals: TEXT}" : "{" + keys[0] + ": COLUMN}";
            fields.report(name, "takes " + field.description(), "write " + name + ": " + example);
            return null;
        }
        return form;
    }
}
