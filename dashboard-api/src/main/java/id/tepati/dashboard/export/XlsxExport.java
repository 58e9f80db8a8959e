package id.tepati.dashboard.export;

import id.tepati.contract.api.MessageTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook: a sheet that says what it is, then one with the rows, and further ones where these are too many for it. */
final class XlsxExport implements ExportWriter {
    static final MessageTexts TEXTS = MessageTexts.beside(XlsxExport.class, "exports");

    private static final int ROWS_AT_ONCE = 500;
    private static final int WIDTH = 18;
    private static final int WIDTH_OF_WORDS = 60;

    private final Workbook workbook;
    private final About about;
    private final int rowsOfSheet;
    private Worksheet sheet;
    private int sheets = 1;
    private int rows;

    /** A workbook whose sheets hold so many rows, that of the names included. */
    XlsxExport(OutputStream out, About about, int rowsOfSheet) {
        this.workbook = new Workbook(out, "Tepati", "1.0");
        this.about = about;
        this.rowsOfSheet = rowsOfSheet;
        writeAbout();
        sheet = newSheet();
    }

    @Override
    public void row(List<Cell> cells) {
        if (rows == rowsOfSheet) {
            finishSheet(sheet);
            sheets++;
            sheet = newSheet();
        }
        put(sheet, rows, cells);
        rows++;
        if (rows % ROWS_AT_ONCE == 0) {
            flush();
        }
    }

    @Override
    public void finish() {
        finishSheet(sheet);
        try {
            workbook.finish();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Worksheet newSheet() {
        Worksheet next = workbook.newWorksheet(text("sheet.rows") + (sheets == 1 ? "" : " " + sheets));
        List<String> names = about.names();
        for (int column = 0; column < names.size(); column++) {
            next.width(column, WIDTH);
        }
        next.freezePane(0, 1);
        head(next, 0, names);
        rows = 1;
        return next;
    }

    private void writeAbout() {
        Worksheet first = workbook.newWorksheet(text("sheet.about"));
        first.width(0, WIDTH);
        first.width(1, WIDTH);
        first.width(2, WIDTH_OF_WORDS);
        first.width(3, WIDTH_OF_WORDS);
        int row = 0;
        fact(first, row++, text("list"), "Tepati: " + about.list());
        fact(
                first,
                row++,
                text("as-of"),
                about.asOf() == null ? text("unknown") : about.asOf().toString());
        fact(first, row++, text("made-at"), about.madeAt().toString());
        if (about.filters().isEmpty()) {
            fact(first, row++, text("filter"), text("none"));
        }
        for (var filter : about.filters().entrySet()) {
            fact(first, row++, text("filter"), filter.getKey() + " = " + filter.getValue());
        }
        row++;
        head(
                first,
                row++,
                Stream.of("column", "name", "words", "symbols", "in", "out", "source")
                        .map(this::text)
                        .toList());
        for (About.Meaning column : about.columns()) {
            put(
                    first,
                    row++,
                    Stream.of(
                                    column.column(),
                                    column.name(),
                                    column.words(),
                                    column.symbols(),
                                    column.in(),
                                    column.out(),
                                    column.source())
                            .map(Cell::of)
                            .toList());
        }
        finishSheet(first);
    }

    private String text(String key) {
        return TEXTS.text(about.language(), key);
    }

    private static void fact(Worksheet sheet, int row, String name, String text) {
        put(sheet, row, List.of(Cell.of(name), Cell.of(text)));
        sheet.style(row, 0).bold().set();
    }

    private static void head(Worksheet sheet, int row, List<String> names) {
        put(sheet, row, names.stream().map(Cell::of).toList());
        sheet.range(row, 0, row, names.size() - 1).style().bold().set();
    }

    private static void put(Worksheet sheet, int row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            cells.get(column).put(sheet, row, column);
        }
    }

    /** Sends the rows so far on their way and forgets them. */
    private void flush() {
        try {
            sheet.flush();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static void finishSheet(Worksheet sheet) {
        try {
            sheet.finish();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
