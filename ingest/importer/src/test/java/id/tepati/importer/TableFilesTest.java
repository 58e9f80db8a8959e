package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file may begin, and what is said of one that is no table. */
class TableFilesTest {
    @TempDir
    private Path folder;

    private List<String> read(byte[] bytes, FileForm form) throws IOException {
        List<String> lines = new ArrayList<>();
        try (TableFile table = TableFiles.open(Files.write(folder.resolve("a.csv"), bytes), form, Set.of("a", "b"))) {
            lines.add(String.join("|", table.header().columns().keySet()));
            for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
                lines.add(
                        line.get() instanceof Row row
                                ? row.line() + " " + String.join("|", row.cells())
                                : ((BadRow) line.get()).line() + " " + ((BadRow) line.get()).code());
            }
        }
        return lines;
    }

    private static FileForm form(char separator, String charset) {
        return new FileForm(separator, Charset.forName(charset), "");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write('x');
            out.closeEntry();
        }
        return packed.toByteArray();
    }

    @Test
    void cellsMayBeSeparatedByTabs() throws IOException {
        assertThat(read("a\tb\n1,5\t\"x\ty\"\n".getBytes(StandardCharsets.UTF_8), form('\t', "UTF-8")))
                .containsExactly("a|b", "2 1,5|x\ty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\"", "\uFEFFsep=;"})
    void aFirstLineMayTellTheSeparator(String first) throws IOException {
        assertThat(read((first + "\r\na;b\r\n1;2,5\r\n").getBytes(StandardCharsets.UTF_8), FileForm.USUAL))
                .containsExactly("a|b", "3 1|2,5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '_',
            value = {"|_|", "'\t'_'\t'", ",_;"})
    void theFileKnowsItsSeparatorBetterThanTheMapping(String separator, char mapped) throws IOException {
        String text = "sep=?\na?b\n1?2\n".replace("?", separator);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), form(mapped, "UTF-8")))
                .containsExactly("a|b", "3 1|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkTellsTheCharset(String charset) throws IOException {
        byte[] bytes = "\uFEFFa\tb\r\n1\té\uFFFD💀\r\n\r\n3\tx".getBytes(Charset.forName(charset));

        assertThat(read(bytes, form('\t', "windows-1252"))).containsExactly("a|b", "2 1|é\uFFFD💀", "4 3|x");
        assertThat(read(gzip(bytes), form('\t', "UTF-8"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, €“é”", "ISO-8859-1, é¤", "UTF-16LE, 💀", "IBM850, é½", "Shift_JIS, 申請"})
    void aMappingMayTellTheCharset(String charset, String text) throws IOException {
        assertThat(read(("a,b\n1," + text + "\n").getBytes(Charset.forName(charset)), form(',', charset)))
                .containsExactly("a|b", "2 1|" + text);
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, 81", "windows-1252, 618D", "UTF-16LE, 00D8"})
    void bytesThatAreNotOfTheCharsetCostTheirRow(String charset, String hex) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("a,b\n2,x\n1,".getBytes(Charset.forName(charset)));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        bytes.writeBytes("\n".getBytes(Charset.forName(charset)));

        assertThat(read(bytes.toByteArray(), form(',', charset))).containsExactly("a|b", "2 2|x", "3 not-in-charset");
    }

    @Test
    void aHeaderMayBeginAfterBlankLinesAndBreakItsNames() throws IOException {
        assertThat(read("\n \u00A0\na,\"b\",\"c\nd\"\n1,2,3\n".getBytes(StandardCharsets.UTF_8), FileForm.USUAL))
                .containsExactly("a|b|c d", "5 1|2|3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty; fetch it again",
                "255044462D312E37 | is a PDF; ask for the table",
                "D0CF11E0A1B11AE1000000 | is a workbook of the old form (.xls), or one with a password; save it as .xlsx",
                "504B0506000000000000 | is a ZIP with nothing in it",
                "504B030400000000 | is a damaged workbook or ZIP",
                "FD377A585A00 | is packed with xz; unpack it",
                "28B52FFD0000 | is packed with zstd",
                "425A68393141592653 | is packed with bzip2",
                "377ABCAF271C | is a 7-Zip archive",
                "526172211A0700 | is a RAR archive",
                "89504E470D0A1A0A | is a picture",
                "FFD8FFE000104A46 | is a picture",
                "1F8B0800 | cannot be read to its end",
                "50415231150015 | is a Parquet file",
                "53514C69746520666F726D6174203300 | is a database (SQLite)",
                "7B5C72746631 | is a text document (RTF)",
                "61002C0062000A00 | is no text in this character set; write `charset: UTF-16LE`",
            })
    void whatIsNoTableIsNamedAsWhatItIs(String hex, String message) {
        assertRefused(HexFormat.of().parseHex(hex), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'<html xmlns:o=\"urn:x\"><table>' | is a web page (HTML), whatever its name; open it in Excel",
                "'  <!DOCTYPE html>' | is a web page",
                "'<table border=1>' | is a web page",
                "'<!-- x -->' | is a web page",
                "'<?xml version=\"1.0\"?>' | is XML; open it in Excel",
                "'{\"a\": 1}' | is JSON; ask for it as CSV",
                "'[{\"a\": 1}]' | is JSON",
                "[ | is JSON",
            })
    void anotherTextIsNamedAsWhatItIs(String text, String message) {
        assertRefused((text + "\n1,2\n").getBytes(StandardCharsets.UTF_8), message);
        assertRefused(("\uFEFF" + text + "\n").getBytes(StandardCharsets.UTF_16LE), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a],[b]", "{a},b", "<a>,b", "a,b,<td>", "PAR1,PAR2", "%PDF,b", "PK,b", "7z,Rar!"})
    void aHeaderWithBracketsIsAHeader(String header) throws IOException {
        assertThat(read((header + "\n").getBytes(StandardCharsets.UTF_8), FileForm.USUAL))
                .containsExactly(header.replace(',', '|'));
    }

    @Test
    void archivesAreNamedByWhatIsInThem() throws IOException {
        assertRefused(zip("data.csv"), "is a ZIP without a workbook; unpack it and name the file in it");
        assertRefused(zip("xl/workbook.bin"), "is a binary workbook (.xlsb); save it as .xlsx");
        assertRefused(zip("content.xml"), "is an OpenDocument file (.ods); save it as .xlsx");
        assertRefused(zip("word/document.xml"), "is a Word document");
        assertRefused(gzip(zip("xl/workbook.xml")), "is a ZIP or a workbook inside gzip; unpack it with gunzip");
        assertRefused(gzip(gzip("a,b".getBytes(StandardCharsets.UTF_8))), "is gzip inside gzip");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> TableFiles.open(folder, FileForm.USUAL, Set.of()))
                .hasMessageContaining("is a folder; name a file in it");
    }

    private void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes, FileForm.USUAL))
                .hasMessageContaining("a.csv " + message)
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.exit()).isEqualTo(ImportExit.FILE));
    }
}
