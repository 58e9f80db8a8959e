package id.tepati.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.tepati.contract.api.Language;
import id.tepati.dashboard.query.Cursor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportFormatTest {
    /** A row of texts. */
    public record Line(String text, long number) {}

    private static final Columns<Line> COLUMNS = Columns.of(Line.class);

    private static About about(Language language) {
        return new About(
                "compliance",
                Instant.parse("2026-11-23T02:59:59.500Z"),
                Instant.parse("2026-11-23T03:00:00Z"),
                Map.of("unit", "kel-melati"),
                List.of(
                        About.Meaning.none("text"),
                        new About.Meaning(
                                "number", "Banyaknya", "Semua yang dihitung", "n", "Semua", "Tidak ada", "UU 25/2009")),
                language);
    }

    private static Pages<Line> pages(String... texts) {
        return Pages.of(wanted -> new Pages.Part<>(
                Stream.of(texts).map(text -> new Line(text, -5)).toList(), null));
    }

    private static byte[] written(ExportFormat format, Pages<Line> pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(out, about(Language.INDONESIAN), COLUMNS, pages);
        return out.toByteArray();
    }

    @Test
    void writesCsvByRfc4180WithAByteOrderMark() {
        String csv = new String(
                written(ExportFormat.CSV, pages("Jl. Melati, \"atas\"\nno. 3", "é")), StandardCharsets.UTF_8);

        assertThat(csv).isEqualTo("\uFEFFtext,number\r\n\"Jl. Melati, \"\"atas\"\"\nno. 3\",-5\r\né,-5\r\n");
    }

    /** What begins like a formula is text to every program; what only holds such a sign is left alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "+62",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201"
            })
    void neutralisesWhatBeginsLikeAFormula(String text) throws Exception {
        CsvRecord csv = csvOf(written(ExportFormat.CSV, pages(text))).get(1);
        Row xlsx = sheetOf(written(ExportFormat.XLSX, pages(text)), 1).get(1);

        assertThat(csv.getFields()).containsExactly("'" + text, "-5");
        assertThat(xlsx.getCell(0).getType()).hasToString("STRING");
        assertThat(xlsx.getCell(0).getFormula()).isNull();
        // XML tells line ends apart no more
        assertThat(xlsx.getCell(0).asString().replace('\r', '\n')).isEqualTo(text.replace('\r', '\n'));
        assertThat(xlsx.getCell(1).asNumber()).isEqualByComparingTo("-5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=1", "KK/2026/7", "'=1", " =1", "a\tb"})
    void leavesOtherTextAlone(String text) {
        assertThat(csvOf(written(ExportFormat.CSV, pages(text))).get(1).getField(0))
                .isEqualTo(text);
    }

    @Test
    void cutsTextsThatNoSheetHolds() throws Exception {
        String text = sheetOf(written(ExportFormat.XLSX, pages("x".repeat(40_000))), 1)
                .get(1)
                .getCellText(0);

        assertThat(text).hasSize(32_767).endsWith("x…");
    }

    @ParameterizedTest
    @CsvSource({"INDONESIAN, Keterangan, Saringan, Arti", "ENGLISH, About, Filter, Meaning"})
    void saysWhatItIsOnTheFirstSheet(Language language, String sheet, String filter, String words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportFormat.XLSX.write(out, about(language), COLUMNS, pages("a"));

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo(sheet);
        }
        List<String> cells = sheetOf(out.toByteArray(), 0).stream()
                .flatMap(row -> IntStream.range(0, row.getCellCount()).mapToObj(row::getCellText))
                .toList();
        assertThat(cells)
                .contains(
                        "Tepati: compliance",
                        "2026-11-23T02:59:59.500Z",
                        "2026-11-23T03:00:00Z",
                        filter,
                        "unit = kel-melati",
                        words,
                        "Semua yang dihitung",
                        "UU 25/2009");
    }

    @Test
    void beginsAnotherSheetWhereOneIsFull() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxExport writer = new XlsxExport(out, about(Language.ENGLISH), 3);
        pages("a", "b", "c", "d", "e").forEach(line -> COLUMNS.rows(line).forEach(writer::row));
        writer.finish();

        assertThat(textsOf(out.toByteArray(), 1)).containsExactly("text", "a", "b");
        assertThat(textsOf(out.toByteArray(), 2)).containsExactly("text", "c", "d");
        assertThat(textsOf(out.toByteArray(), 3)).containsExactly("text", "e");
    }

    /** Page after page goes out before the next is asked for, so that memory does not grow with the rows. */
    @ParameterizedTest
    @EnumSource
    void holdsOnePageAtATime(ExportFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> sent = new ArrayList<>();
        Pages<Line> pages = Pages.of(wanted -> {
            sent.add(out.size());
            int page = wanted.after() == null ? 0 : Integer.parseInt(wanted.after());
            List<Line> lines = IntStream.range(0, wanted.limit())
                    .mapToObj(at -> new Line("line " + Integer.toHexString((page * 1000 + at) * 0x9E3779B9), at))
                    .toList();
            return new Pages.Part<>(lines, page == 9 ? null : cursor(page + 1));
        });

        format.write(out, about(Language.ENGLISH), COLUMNS, pages);

        // what is written goes through buffers of fixed size, so not every page need show at once
        assertThat(sent).hasSize(10).isSorted();
        assertThat(sent.get(5)).isGreaterThan(out.size() / 5);
        assertThat(sent.get(9)).isGreaterThan(out.size() / 2);
    }

    private static String cursor(int key) {
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(key).getBytes(StandardCharsets.UTF_8));
        assertThat(Cursor.key(cursor)).contains(Integer.toString(key));
        return cursor;
    }

    /** A page that cannot be had leaves a file without its end. */
    @Test
    void leavesNoWholeFileWhereAPageFails() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pages<Line> pages = Pages.of(wanted -> {
            if (wanted.after() != null) {
                throw new IllegalStateException("lost");
            }
            return new Pages.Part<>(List.of(new Line("a", 1)), cursor(1));
        });

        assertThatThrownBy(() -> ExportFormat.XLSX.write(out, about(Language.ENGLISH), COLUMNS, pages))
                .hasMessage("lost");
        assertThatThrownBy(() -> sheetOf(out.toByteArray(), 1)).isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                             | -
            application/json                              | -
            */*                                           | -
            text/html,application/xml;q=0.9,*/*;q=0.8     | -
            text/csv                                      | CSV
            Text/CSV; header=present                      | CSV
            text/csv;q=0                                  | -
            text/csv;q=0.5, application/json              | -
            application/json;q=0.5, text/csv;q=0.9        | CSV
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.1 | XLSX
            text/csv;q=high                               | -
            """)
    void isChosenByTheRequest(@Nullable String accept, @Nullable ExportFormat format) {
        assertThat(ExportFormat.acceptedBy(accept).orElse(null)).isEqualTo(format);
    }

    private static List<CsvRecord> csvOf(byte[] file) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(new ByteArrayInputStream(file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> textsOf(byte[] file, int sheet) throws IOException {
        return sheetOf(file, sheet).stream().map(row -> row.getCellText(0)).toList();
    }

    private static List<Row> sheetOf(byte[] file, int sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Sheet found = workbook.getSheet(sheet).orElseThrow();
            return found.read();
        }
    }
}
