package id.tepati.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads one sheet of a workbook (XLSX) row by row. Lines are the numbers of its rows. A row need not have all cells,
 * since each says where it stands.
 */
final class XlsxFile implements TableFile {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    /** The reader takes only {@code true}, Excel writes 1. */
    private static final Pattern FROM_1904 = Pattern.compile("\\bdate1904\\s*=\\s*[\"'](1|true)[\"']");

    private final String name;
    private final ReadableWorkbook workbook;
    private final String sheet;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final SheetCells cells;
    private final Header header;

    private XlsxFile(String name, ReadableWorkbook workbook, Sheet sheet, SheetCells cells, Set<String> used)
            throws IOException {
        this.name = name;
        this.workbook = workbook;
        this.sheet = sheet.getName();
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.cells = cells;
        this.header = readHeader(used);
    }

    /** Opens the sheet and reads its header. */
    static XlsxFile open(String name, Path path, FileForm form, Set<String> used) throws IOException {
        try {
            Parts parts = Parts.of(name, path);
            ReadableWorkbook workbook =
                    new ReadableWorkbook(path.toFile(), new ReadingOptions(parts.hasStyles(), true));
            Sheet sheet = sheet(name, workbook, form.sheet());
            return new XlsxFile(name, workbook, sheet, new SheetCells(parts.from1904()), used);
        } catch (ImportException e) {
            throw e;
        } catch (ZipException e) {
            throw damaged(name, e);
        } catch (RuntimeException e) {
            throw damaged(name, e);
        }
    }

    /** What must be known before the workbook is read. */
    private record Parts(boolean hasStyles, boolean from1904) {
        static Parts of(String name, Path path) throws IOException {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                List<String> names = zip.stream().map(ZipEntry::getName).toList();
                Optional<String> workbook = ending(names, "workbook.xml");
                if (workbook.isEmpty()) {
                    throw noWorkbook(name, names);
                }
                byte[] text = zip.getInputStream(zip.getEntry(workbook.get())).readAllBytes();
                return new Parts(
                        ending(names, "styles.xml").isPresent(),
                        FROM_1904
                                .matcher(new String(text, StandardCharsets.UTF_8))
                                .find());
            }
        }

        private static Optional<String> ending(List<String> names, String end) {
            return names.stream()
                    .filter(entry -> entry.regionMatches(true, entry.length() - end.length(), end, 0, end.length()))
                    .findFirst();
        }

        private static ImportException noWorkbook(String name, List<String> names) {
            if (names.contains("xl/workbook.bin")) {
                return TableFiles.refused(name, "is a binary workbook (.xlsb)", "save it as .xlsx");
            }
            if (names.contains("content.xml")) {
                return TableFiles.refused(name, "is an OpenDocument file (.ods)", "save it as .xlsx");
            }
            if (names.contains("word/document.xml")) {
                return TableFiles.refused(name, "is a Word document", "save its table as XLSX or CSV");
            }
            return TableFiles.refused(name, "is a ZIP without a workbook", "unpack it and name the file in it");
        }
    }

    private static Sheet sheet(String name, ReadableWorkbook workbook, String wanted) {
        List<Sheet> sheets = workbook.getSheets().toList();
        return sheets.stream()
                .filter(sheet ->
                        wanted.isEmpty() || CellText.of(sheet.getName()).equalsIgnoreCase(CellText.of(wanted)))
                .findFirst()
                .or(() -> NUMBER.matcher(wanted).matches()
                        ? workbook.getSheet(Integer.parseInt(wanted) - 1)
                        : Optional.empty())
                .orElseThrow(() -> TableFiles.refused(
                        name,
                        wanted.isEmpty() ? "has no sheet" : "has no sheet `" + wanted + "`",
                        sheets.stream()
                                .map(Sheet::getName)
                                .collect(Collectors.joining(
                                        "`, `", "correct `sheet` in the mapping to one of `", "`"))));
    }

    private Header readHeader(Set<String> used) {
        while (rows.hasNext()) {
            org.dhatim.fastexcel.reader.Row row = rows.next();
            List<String> names = texts(row, row.getCellCount());
            if (!names.stream().allMatch(CellText::isBlank)) {
                return Header.of(name(), names, used);
            }
        }
        throw TableFiles.refused(name, "has nothing in its sheet `" + sheet + "`", "name another with `sheet`");
    }

    @Override
    public String name() {
        return name + ", sheet `" + sheet + "`,";
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Optional<TableLine> next() {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                List<String> texts = texts(row, header.size());
                if (!texts.stream().allMatch(CellText::isBlank)) {
                    return Optional.of(line(row, texts));
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw damaged(name, e);
        }
    }

    private List<String> texts(org.dhatim.fastexcel.reader.Row row, int columns) {
        List<String> texts = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            texts.add(row.getOptionalCell(i).map(cells::text).orElse(""));
        }
        return texts;
    }

    private TableLine line(org.dhatim.fastexcel.reader.Row row, List<String> texts) {
        for (int index : header.used()) {
            Optional<Cell> cell = row.getOptionalCell(index);
            if (cell.isPresent() && SheetCells.isError(cell.get())) {
                return new BadRow(
                        row.getRowNum(),
                        "cell-error",
                        "column " + header.names().get(index) + " has an error, or a formula that was never worked out",
                        "correct the formula in Excel and save the workbook");
            }
        }
        return new Row(row.getRowNum(), header, texts);
    }

    @Override
    public long blankRows() {
        return 0;
    }

    @Override
    public BadRow inPlace(BadRow row) {
        return new BadRow(row.line(), row.code(), "sheet " + sheet + ": " + row.reason(), row.cure());
    }

    private static ImportException damaged(String name, Exception e) {
        return new ImportException(
                ImportExit.FILE,
                name + " is a damaged workbook or ZIP (" + e.getMessage()
                        + "); open and save it in Excel, or fetch it again",
                e);
    }

    @Override
    public void close() {
        try {
            stream.close();
            workbook.close();
        } catch (IOException e) {
            throw TableFiles.unreadable(name, e);
        }
    }
}
