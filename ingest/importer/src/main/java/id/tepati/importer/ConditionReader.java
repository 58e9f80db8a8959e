package id.tepati.importer;

import id.tepati.contract.text.Parsers;
import id.tepati.contract.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition of a mapping: a column that is filled in, {@code equals} or {@code not} with one text or several, or
 * {@code all} of a list of these.
 */
final class ConditionReader {
    private static final String ALL = "all";
    private static final List<String> OF_COLUMN = List.of("column", "equals", "not");
    private static final List<String> KEYS = List.of("column", "equals", "not", ALL);

    private ConditionReader() {}

    /** The value of {@code when}; null where it is absent, or after what is wrong with it was reported. */
    static @Nullable Condition when(Fields fields) {
        if (fields.text("when") != null) {
            ColumnRef column = MappingReader.column(fields, "when");
            return column == null ? null : new Condition.Filled(column);
        }
        Fields condition = fields.map("when", KEYS);
        if (condition == null) {
            return null;
        }
        return condition.has(ALL) ? all(condition) : ofColumn(condition);
    }

    private static @Nullable Condition all(Fields fields) {
        if (fields.keys().size() > 1) {
            fields.report(ALL, "stands beside " + String.join(", ", OF_COLUMN), "put these into the list of all");
            return null;
        }
        List<Condition> parts = new ArrayList<>();
        for (Fields part : fields.maps(ALL, OF_COLUMN)) {
            Condition condition = ofColumn(part);
            if (condition != null) {
                parts.add(condition);
            }
        }
        if (fields.isEmptyList(ALL)) {
            fields.report(ALL, "is empty", "add conditions like {column: COLUMN, equals: TEXT}");
        }
        return new Condition.All(parts);
    }

    /** A condition of one column. */
    static @Nullable Condition ofColumn(Fields fields) {
        ColumnRef column = MappingReader.column(fields, "column");
        List<String> equals = fields.texts("equals", Parsers::text);
        List<String> not = fields.texts("not", Parsers::text);
        if (column == null) {
            return null;
        }
        if (fields.has("equals") && fields.has("not")) {
            fields.report("not", "stands beside equals", "keep one of the two");
            return null;
        }
        if (fields.has("not")) {
            return new Condition.Not(new Condition.OneOf(column, not));
        }
        return fields.has("equals") ? new Condition.OneOf(column, equals) : new Condition.Filled(column);
    }
}
