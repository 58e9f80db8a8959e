package id.tepati.importer;

import java.util.List;
import java.util.stream.Stream;

/** What must hold of a row. */
sealed interface Condition {
    /** Whether it holds of this row. */
    boolean holds(Row row);

    /** The columns it reads. */
    Stream<ColumnRef> columns();

    /** A column is filled in. */
    record Filled(ColumnRef column) implements Condition {
        @Override
        public boolean holds(Row row) {
            return !row.text(column).isEmpty();
        }

        @Override
        public Stream<ColumnRef> columns() {
            return Stream.of(column);
        }
    }

    /** A column equals one of several texts. */
    record OneOf(ColumnRef column, List<String> texts) implements Condition {
        public OneOf {
            texts = texts.stream().map(CellText::of).toList();
        }

        @Override
        public boolean holds(Row row) {
            return texts.contains(row.text(column));
        }

        @Override
        public Stream<ColumnRef> columns() {
            return Stream.of(column);
        }
    }

    /** Another does not hold; of a blank column {@link OneOf} does not. */
    record Not(Condition other) implements Condition {
        @Override
        public boolean holds(Row row) {
            return !other.holds(row);
        }

        @Override
        public Stream<ColumnRef> columns() {
            return other.columns();
        }
    }

    /** All of several hold. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Row row) {
            return parts.stream().allMatch(part -> part.holds(row));
        }

        @Override
        public Stream<ColumnRef> columns() {
            return parts.stream().flatMap(Condition::columns);
        }
    }
}
