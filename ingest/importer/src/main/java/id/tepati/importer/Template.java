package id.tepati.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text with columns in braces, such as <code>{CASE_ID}/closed</code>. Text without braces names a column. */
record Template(List<Part> parts) {
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    /** A stretch of a template. */
    sealed interface Part {
        /** Copied as it stands. */
        record Fixed(String text) implements Part {}

        /** Replaced by the row's cell, which may not be blank. */
        record Cell(ColumnRef column) implements Part {}
    }

    Template {
        parts = List.copyOf(parts);
    }

    static Template of(String text, int line) {
        if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
            return new Template(List.of(new Part.Cell(new ColumnRef(text, line))));
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(text);
        int from = 0;
        while (matcher.find()) {
            addFixed(parts, text.substring(from, matcher.start()));
            parts.add(new Part.Cell(new ColumnRef(matcher.group(1), line)));
            from = matcher.end();
        }
        addFixed(parts, text.substring(from));
        return new Template(parts);
    }

    private static void addFixed(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Fixed(text));
        }
    }

    /** Whether every brace has its partner, and one column at least makes it differ from row to row. */
    boolean isWellFormed() {
        return columns().findAny().isPresent()
                && parts.stream().noneMatch(part -> part instanceof Part.Fixed fixed && hasBrace(fixed.text()));
    }

    private static boolean hasBrace(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    String fill(Row row) throws RowRefused {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Cell cell) {
                text.append(row.required(cell.column()));
            } else if (part instanceof Part.Fixed fixed) {
                text.append(fixed.text());
            }
        }
        return text.toString();
    }

    /** The text with nothing in the place of blank cells, without space around it; one cell at least is not blank. */
    String fillWithBlanks(Row row) throws RowRefused {
        if (isBlank(row)) {
            return row.required(columns().toList().get(0));
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part instanceof Part.Cell cell ? row.text(cell.column()) : ((Part.Fixed) part).text());
        }
        return text.toString().strip();
    }

    /** Whether all of its cells are blank. */
    boolean isBlank(Row row) {
        return columns().allMatch(column -> row.text(column).isEmpty());
    }

    /** Its columns, for messages. */
    String named() {
        List<String> names = columns().map(ColumnRef::name).toList();
        return (names.size() == 1 ? "column " : "columns ") + String.join(", ", names);
    }

    Stream<ColumnRef> columns() {
        return parts.stream().flatMap(part -> part instanceof Part.Cell cell ? Stream.of(cell.column()) : Stream.of());
    }
}
