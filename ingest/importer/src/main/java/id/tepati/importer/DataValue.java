package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the value of a field of an event comes from; an empty value leaves the field out. */
sealed interface DataValue {
    /** The value in this row. */
    Optional<JsonNode> of(Row row, Dates dates) throws RowRefused;

    /** The columns it reads. */
    Stream<ColumnRef> columns();

    /** The same in every row. */
    record Constant(JsonNode value) implements DataValue {
        @Override
        public Optional<JsonNode> of(Row row, Dates dates) {
            return Optional.of(value);
        }

        @Override
        public Stream<ColumnRef> columns() {
            return Stream.of();
        }
    }

    /** A code: the slug of a cell; left out where blank. */
    record Slug(ColumnRef column) implements DataValue {
        @Override
        public Optional<JsonNode> of(Row row, Dates dates) throws RowRefused {
            return row.text(column).isEmpty()
                    ? Optional.empty()
                    : Optional.of(TextNode.valueOf(Slugs.required(row, column, Slugs.CODE)));
        }

        @Override
        public Stream<ColumnRef> columns() {
            return Stream.of(column);
        }
    }

    /**
     * The code that a table has for a cell; left out where the cell is blank.
     *
     * @param otherwise for cells that the table does not have; null where their rows are refused
     */
    record Code(
            ColumnRef column,
            CodeTable<JsonNode> table,
            @Nullable JsonNode otherwise) implements DataValue {
        @Override
        public Optional<JsonNode> of(Row row, Dates dates) throws RowRefused {
            String text = row.text(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<JsonNode> code = table.find(text).or(() -> Optional.ofNullable(otherwise));
            if (code.isEmpty()) {
                throw new RowRefused(
                        "unknown-value",
                        "column " + column.name() + " holds a text that `codes` does not have",
                        "add it to `codes` in the mapping, or say with `otherwise` what it stands for");
            }
            return code;
        }

        @Override
        public Stream<ColumnRef> columns() {
            return Stream.of(column);
        }
    }

    /** Text made of cells; left out where one is blank. */
    record Text(Template template) implements DataValue {
        @Override
        public Optional<JsonNode> of(Row row, Dates dates) throws RowRefused {
            return template.columns().anyMatch(column -> row.text(column).isEmpty())
                    ? Optional.empty()
                    : Optional.of(TextNode.valueOf(template.fill(row)));
        }

        @Override
        public Stream<ColumnRef> columns() {
            return template.columns();
        }
    }

    /** Yes or no, by a condition. */
    record Flag(Condition condition) implements DataValue {
        @Override
        public Optional<JsonNode> of(Row row, Dates dates) {
            return Optional.of(BooleanNode.valueOf(condition.holds(row)));
        }

        @Override
        public Stream<ColumnRef> columns() {
            return condition.columns();
        }
    }

    /** An instant, or a date where the cell has no time of day; left out where blank. */
    record Date(Template cells) implements DataValue {
        @Override
        public Optional<JsonNode> of(Row row, Dates dates) throws RowRefused {
            return cells.isBlank(row)
                    ? Optional.empty()
                    : Optional.of(TextNode.valueOf(dates.required(row, cells).toString()));
        }

        @Override
        public Stream<ColumnRef> columns() {
            return cells.columns();
        }
    }
}
