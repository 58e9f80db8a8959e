package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxFileTest {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    @TempDir
    private Path folder;

    private static FileForm sheet(String sheet) {
        return new FileForm(',', StandardCharsets.UTF_8, sheet);
    }

    private static List<String> read(Path file, FileForm form, String... used) {
        List<String> lines = new ArrayList<>();
        try (TableFile table = TableFiles.open(file, form, Set.of(used))) {
            for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
                lines.add(
                        line.get() instanceof Row row
                                ? row.line() + " " + String.join("|", row.cells())
                                : refusal(table.inPlace((BadRow) line.get())));
            }
        }
        return lines;
    }

    private static String refusal(BadRow row) {
        return row.line() + " " + row.code() + ": " + row.reason();
    }

    /** A workbook as Excel writes it: shared strings, styles, a hidden calculation, two sheets with their own rows. */
    private Path excel(String workbookProperties, String rows) throws IOException {
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + TYPES + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/styles.xml' ContentType='" + TYPES + "styles+xml'/>"
                        + "<Override PartName='/xl/sharedStrings.xml' ContentType='" + TYPES + "sharedStrings+xml'/>"
                        + "</Types>",
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><workbookPr" + workbookProperties + "/>"
                        + "<sheets><sheet name='Data Aduan' sheetId='1' r:id='rId1'/>"
                        + "<sheet name='Kode' sheetId='2' r:id='rId2'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='rId2' Target='worksheets/sheet2.xml'/></Relationships>",
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><numFmts count='2'>"
                        + "<numFmt numFmtId='164' formatCode='[$-421]dd\\ mmmm\\ yyyy'/>"
                        + "<numFmt numFmtId='165' formatCode='#,##0.00\\ \"days\"'/></numFmts>"
                        + "<cellStyleXfs count='1'><xf numFmtId='0'/></cellStyleXfs><cellXfs count='7'>"
                        + "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='164'/>"
                        + "<xf numFmtId='165'/><xf numFmtId='20'/><xf numFmtId='46'/></cellXfs></styleSheet>",
                "xl/sharedStrings.xml",
                "<sst xmlns='" + MAIN + "'><si><t>a</t></si><si><t>b</t></si>"
                        + "<si><r><t>Jalan </t></r><r><rPr><b/></rPr><t>rusak</t></r></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>"
                        + "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>" + rows
                        + "</sheetData></worksheet>",
                "xl/worksheets/sheet2.xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData><row r='3'><c r='A3' t='s'><v>1</v></c></row>"
                        + "<row r='7'><c r='A7' t='s'><v>2</v></c></row></sheetData></worksheet>"));
    }

    private Path zip(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    private String cell(String properties, String attributes, String content) throws IOException {
        Path file = excel(properties, "<row r='9'><c r='B9'" + attributes + ">" + content + "</c></row>");
        return read(file, FileForm.USUAL, "b").get(0);
    }

    @Test
    void aWorkbookIsReadAsOneWritesIt() throws IOException {
        Path file = folder.resolve("w.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Data");
            for (int i = 0; i < 6; i++) {
                sheet.value(0, i, "abcdef".substring(i, i + 1));
            }
            sheet.value(2, 0, "Jalan, \"rusak\"");
            sheet.inlineString(2, 1, "di\ndalam");
            sheet.value(2, 2, 20_261_122_001L);
            sheet.value(2, 3, LocalDateTime.of(2026, 11, 22, 8, 5, 59));
            sheet.style(2, 3).format("dd/mm/yyyy hh:mm").set();
            sheet.value(2, 4, true);
            sheet.value(3, 2, new BigDecimal("0.5"));
            sheet.value(3, 3, LocalDate.of(2026, 2, 28));
            sheet.style(3, 3).format("d mmm yy").set();
        }

        assertThat(read(file, FileForm.USUAL))
                .containsExactly(
                        "3 Jalan, \"rusak\"|di\ndalam|20261122001|2026-11-22 08:05:59|TRUE|", "4 ||0.5|2026-02-28||");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 46348.3374884259, 2, 2026-11-22 08:05:59",
        "'', 46348, 2, 2026-11-22 00:00:00",
        "'', 46348, 1, 2026-11-22",
        "'', 46348, 3, 2026-11-22",
        "'', 46348.5, 1, 2026-11-22 12:00:00",
        "'', 46348.9999999, 2, 2026-11-23 00:00:00",
        "'', 59, 1, 1900-02-28",
        "'', 61, 1, 1900-03-01",
        "' date1904=\"1\"', 44886, 1, 2026-11-22",
        "' date1904=\"true\"', 44886.25, 2, 2026-11-22 06:00:00",
        "' date1904=\"0\"', 46348, 1, 2026-11-22",
        "'', 0.3541666667, 5, 08:30:00",
        "'', 1.25, 6, 30:00:00",
        "'', 46348, 0, 46348",
        "'', 46348.5, 4, 46348.5",
        "'', -1, 1, -1",
        "'', 9999999, 1, 9999999",
    })
    void aDateComesAsIsoText(String properties, String value, int style, String text) throws IOException {
        assertThat(cell(properties, " s='" + style + "'", "<v>" + value + "</v>"))
                .isEqualTo("9 |" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "3173012345670001, 3173012345670001",
        "1.2345678E+9, 1234567800",
        "1E+16, 10000000000000000",
        "3.0, 3",
        "1.1000000000000001, 1.1",
        "0.30000000000000004, 0.30000000000000004",
        "1.5E-3, 0.0015",
        "-0, 0",
        "1E+99999999, 1E+99999999",
    })
    void aNumberComesPlain(String value, String text) throws IOException {
        assertThat(cell("", "", "<v>" + value + "</v>")).isEqualTo("9 |" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "' t=\"s\"', <v>2</v>, Jalan rusak",
        "' t=\"inlineStr\"', <is><t>x</t></is>, x",
        "' t=\"b\"', <v>0</v>, FALSE",
        "' t=\"str\"', <f>A1</f><v>Selesai</v>, Selesai",
        "' s=\"1\"', <f>TODAY()</f><v>46348</v>, 2026-11-22",
        "'', <f>1/4</f><v>0.25</v>, 0.25",
        "' t=\"b\"', <f>TRUE()</f><v>1</v>, TRUE",
    })
    void whatACellSaysIsWhatItSaidWhenItWasSaved(String attributes, String content, String text) throws IOException {
        assertThat(cell("", attributes, content)).isEqualTo("9 |" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "' t=\"e\"', <v>#N/A</v>",
        "' t=\"e\"', <f>1/0</f><v>#DIV/0!</v>",
        "'', <f>NOW()</f>",
        "'', <v>many</v>",
    })
    void anErrorCostsItsRowOnlyWhereItIsRead(String attributes, String content) throws IOException {
        Path file = excel("", "<row r='9'><c r='A9'><v>1</v></c><c r='B9'" + attributes + ">" + content + "</c></row>");

        assertThat(read(file, FileForm.USUAL, "a", "b"))
                .containsExactly(
                        "9 cell-error: sheet Data Aduan: column b has an error, or a formula that was never worked out");
        assertThat(read(file, FileForm.USUAL, "a"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("9 1|");
    }

    @ParameterizedTest
    @CsvSource({"'', 4 1|", "Data Aduan, 4 1|", "data aduan, 4 1|", "1, 4 1|", "Kode, 7 Jalan rusak", "2, 7 Jalan rusak"
    })
    void aSheetIsNamedByItsNameOrPlace(String sheet, String first) throws IOException {
        Path file = excel("", "<row r='2'/><row r='4'><c r='A4'><v>1</v></c></row><row r='5' ht='20'/>");

        assertThat(read(file, sheet(sheet))).containsExactly(first);
    }

    @ParameterizedTest
    @CsvSource({"Aduan", "3", "0"})
    void aSheetThatIsNotThereIsToldWithThoseThatAre(String sheet) throws IOException {
        Path file = excel("", "");

        assertThatThrownBy(() -> read(file, sheet(sheet)))
                .isInstanceOf(ImportException.class)
                .hasMessage("a.xlsx has no sheet `" + sheet
                        + "`; correct `sheet` in the mapping to one of `Data Aduan`, `Kode`");
    }

    /** Notes beside the table, cells with a format and nothing in them, names that come twice: nobody reads them. */
    @Test
    void columnsThatNobodyReadsNeverStopASheet() throws IOException {
        Path file = excel(
                "",
                "<row r='2'><c r='A2'><v>1</v></c><c r='D2' t='e'><v>#REF!</v></c></row>"
                        + "<row r='3'><c r='A3' s='1'/><c r='C3' s='1'/></row>"
                        + "<row r='4'><c r='B4'><v>2</v></c></row>");

        assertThat(read(file, FileForm.USUAL, "a", "b")).containsExactly("2 1|", "4 |2");
    }

    @Test
    void aHeaderMayHaveUnnamedColumns() throws IOException {
        Path file = folder.resolve("u.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Data");
            sheet.value(1, 1, "a");
            sheet.value(1, 3, "c");
            sheet.value(1, 4, "c");
            sheet.style(1, 6).bold().set();
            sheet.value(2, 0, "x");
            sheet.value(2, 1, 7);
        }

        assertThat(read(file, FileForm.USUAL, "a"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("3 x|7||");
    }

    @Test
    void theSheetThatLacksAColumnIsNamed() throws IOException {
        Path file = excel("", "");
        Mapping mapping = MappingReader.read("m.yaml", MappingText.COMPLAINTS + "sheet: Kode\n");

        assertThatThrownBy(() -> Reading.of(mapping, file))
                .hasMessageStartingWith(
                        "a.xlsx, sheet `Kode`, lacks columns that the mapping names; it has b\nm.yaml:6: names the column opd")
                .isInstanceOf(ImportException.class);
    }

    @Test
    void rowsAndCellsNeedNotSayWhereTheyStand() throws IOException {
        Path file = excel("", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>4</v></c></row>");

        assertThat(read(file, FileForm.USUAL)).containsExactly("2 1|2", "3 |4");
    }

    @Test
    void aDamagedWorkbookIsRefusedAsSuch() throws IOException {
        Path broken = excel("", "<row r='2'><c r='A2'></row>");
        assertThatThrownBy(() -> read(broken, FileForm.USUAL))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("a.xlsx is a damaged workbook");
        Path cut = folder.resolve("cut.xlsx");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(broken), 500));
        assertThatThrownBy(() -> read(cut, FileForm.USUAL))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("cut.xlsx is a damaged workbook or ZIP");
    }

    /** The whole road: dates of cells by the pattern of the mapping, line and sheet in the refusal. */
    @Test
    void aMappingReadsTheDatesOfAWorkbook() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Petunjuk").value(0, 0, "Isi lembar kedua");
            Worksheet sheet = workbook.newWorksheet("Aduan");
            String[] names = MappingText.HEADER.strip().split(",", -1);
            for (int i = 0; i < names.length; i++) {
                sheet.value(0, i, names[i]);
            }
            for (int row = 1; row <= 2; row++) {
                sheet.value(row, 0, 20_260_000 + row);
                sheet.value(row, 1, "Dinas PU");
                sheet.value(row, 3, "Jalan");
                sheet.value(row, 4, LocalDateTime.of(2026, 10, 1, 8, 0));
                sheet.style(row, 4).format("dd/mm/yyyy hh:mm").set();
            }
            sheet.value(2, 4, "kemarin");
        }
        Mapping mapping = MappingReader.read(
                "m.yaml",
                MappingText.COMPLAINTS.replace("dd/MM/uuuu HH:mm,", "'yyyy-MM-dd HH:mm:ss',") + "sheet: Aduan\n");

        Reading reading = Reading.of(mapping, file);

        assertThat(reading.ids()).containsExactly("20260001/r");
        assertThat(reading.events().get(0).time()).hasToString("2026-10-01T01:00:00Z");
        assertThat(reading.bad()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(3);
            assertThat(bad.reason()).startsWith("sheet Aduan: column terima looks like `aaaaaaa`");
        });
    }
}
