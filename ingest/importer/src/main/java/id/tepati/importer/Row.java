package id.tepati.importer;

import java.util.List;

/** One well-formed row: as many cells as the header has columns. */
record Row(long line, Header header, List<String> cells) implements TableLine {
    /** What the cell under a column says; empty where blank. */
    String text(ColumnRef column) {
        return CellText.of(cells.get(header.indexOf(column.name())));
    }

    /** The cell under a column that may not be blank here. */
    String required(ColumnRef column) throws RowRefused {
        String text = text(column);
        if (text.isEmpty()) {
            throw new RowRefused(
                    "missing-value",
                    "column " + column.name() + " is blank",
                    "fill it in, or guard the event with `when: " + column.name() + "` in the mapping");
        }
        return text;
    }
}
