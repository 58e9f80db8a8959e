package id.tepati.importer;

import org.jspecify.annotations.Nullable;

/**
 * Holds where a column is filled in, or equals a text.
 *
 * @param equals the text to equal, or null where any text will do
 */
record Condition(ColumnRef column, @Nullable String equals) {
    Condition {
        equals = equals == null ? null : CellText.of(equals);
    }

    boolean holds(Row row) {
        String text = row.text(column);
        return equals == null ? !text.isEmpty() : text.equals(equals);
    }
}
