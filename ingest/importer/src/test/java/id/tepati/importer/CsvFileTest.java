package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @TempDir
    private Path folder;

    private List<String> lines(byte[] bytes) throws IOException {
        return lines(bytes, ',');
    }

    private List<String> lines(byte[] bytes, char separator) throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), bytes);
        List<String> lines = new ArrayList<>();
        try (TableFile csv =
                TableFiles.open(file, new FileForm(separator, StandardCharsets.UTF_8, ""), Set.of("a", "b"))) {
            for (Optional<TableLine> line = csv.next(); line.isPresent(); line = csv.next()) {
                lines.add(describe(line.get()));
            }
        }
        return lines;
    }

    private static String describe(TableLine line) {
        return line instanceof Row row
                ? row.line() + " " + row.cells()
                : ((BadRow) line).line() + " " + ((BadRow) line).code();
    }

    private List<String> lines(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesAreThoseOfTheFile() throws IOException {
        assertThat(lines("a,b\r\n1,2\r\n\r\n\"x\r\ny\",4\r\n5,6"))
                .containsExactly("2 [1, 2]", "4 [x\ny, 4]", "6 [5, 6]");
    }

    @Test
    void gzipAndByteOrderMarkAreSeenThrough() throws IOException {
        Path file = folder.resolve("b.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\uFEFFa,b\n1,é\n".getBytes(StandardCharsets.UTF_8));
        }
        try (TableFile csv = TableFiles.open(file, FileForm.USUAL, Set.of("a", "b"))) {
            assertThat(csv.header().columns()).containsOnlyKeys("a", "b");
            assertThat(csv.next()).map(CsvFileTest::describe).contains("2 [1, é]");
        }
    }

    @Test
    void aBrokenRecordCostsItselfAlone() throws IOException {
        assertThat(lines("""
                a,b
                1,"open
                3,4
                5
                6,7,8
                9,"x"y
                10,5" pipe
                11,"say ""yes""\"
                12,"open again
                13,14
                """))
                .containsExactly(
                        "2 unclosed-quote",
                        "3 [3, 4]",
                        "4 too-few-columns",
                        "5 too-many-columns",
                        "6 bad-quotes",
                        "7 [10, 5\" pipe]",
                        "8 [11, say \"yes\"]",
                        "9 unclosed-quote",
                        "10 [13, 14]");
    }

    /** Bytes in hex within text: the replacement character, other valid text, and what no decoder takes. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher parts = Pattern.compile("<([0-9A-F]{2})>|(.|\n)").matcher(text);
        while (parts.find()) {
            byte[] part = parts.group(1) == null
                    ? parts.group().getBytes(StandardCharsets.UTF_8)
                    : HexFormat.of().parseHex(parts.group(1));
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "<EF><BF><BD>, \uFFFD",
        "x<EF><BF><BD>y<EF><BF><BD>, x\uFFFDy\uFFFD",
        "<F0><9F><92><80>, \uD83D\uDC80", // its second half alone stands for what cannot be decoded
        "<EF><BF><BF>, \uFFFF",
        "<EE><80><80>, \uE000",
        "<00>, '\0'",
    })
    void validTextIsNeverRefused(String cell, String text) throws IOException {
        assertThat(lines(bytes("a,b,c\n1,?,2\n".replace("?", cell)))).containsExactly("2 [1, " + text + ", 2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"caf<E9>", "<C3>", "<ED><A0><80>", "<C0><80>", "<F4><90><80><80>", "<FF>", "<EF><BF><BD><80>"})
    void bytesThatAreNotUtf8CostTheirRowOnlyWhereTheyAreRead(String cell) throws IOException {
        assertThat(lines(bytes("a,b,c\n1,?,3\n2,x,?\n3,x,3\n".replace("?", cell))))
                .startsWith("2 not-utf8")
                .hasSize(3)
                .element(1, InstanceOfAssertFactories.STRING)
                .startsWith("3 [2, x, ");
    }

    @Test
    void aFileIsReadWhoseUnusedColumnIsNamedInAnotherEncoding() throws IOException {
        assertThat(lines(bytes("a,b,caf<E9>\n1,2,3\n"))).containsExactly("2 [1, 2, 3]");
    }

    @Test
    void aRecordOfSeveralLinesIsRefusedForItsBytesAsAWhole() throws IOException {
        assertThat(lines(bytes("a,b\n1,\"x\n<E9>\ny\"\n2,x\n"))).containsExactly("2 not-utf8", "5 [2, x]");
    }

    @Test
    void theSeparatorMayDiffer() throws IOException {
        assertThat(lines("a;b\n1,5;\"2;3\"\n".getBytes(StandardCharsets.UTF_8), ';'))
                .containsExactly("2 [1,5, 2;3]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,b,,,\n1,2,,,\n3,4,x,y,z\n' | 2 [1, 2, , , ] | 3 [3, 4, x, y, z]", // unnamed at the end
                "',a,,b\nx,1,y,2\n,3,,4\n' | 2 [x, 1, y, 2] | 3 [, 3, , 4]", // and among the others
                "'c,a,c,b,C\n1,2,3,4,5\n6,7,8,9,0\n' | 2 [1, 2, 3, 4, 5] | 3 [6, 7, 8, 9, 0]", // one name twice
                "'a,b\n1,2,,,\n3,4, ,\u00A0\n' | 2 [1, 2] | 3 [3, 4]", // surplus
                "'a,b,c,d\n1,2\n3,4,5\n' | 2 [1, 2, , ] | 3 [3, 4, 5, ]", // missing
                "'a,b,,\n1,2\n\"3\nx\",4,,,,\n' | 2 [1, 2, , ] | '3 [3\nx, 4, , ]'", // over several lines
            })
    void columnsThatNobodyReadsNeverStopAFile(String text, String second, String third) throws IOException {
        assertThat(lines(text)).containsExactly(second, third);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,b,c\n1,2,3,,4\n5,6,7\n' | 2 too-many-columns",
                "'c,d,b,a\n1,2\n5,6,7,8\n' | 2 too-few-columns",
                "'a,c,b\n1,x\n5,6,7\n' | 2 too-few-columns",
                "'a,b,c\n1,\"2\n5,6,7\n' | 2 unclosed-quote",
            })
    void aRowThatLacksWhatTheMappingReadsOrHasTooMuchIsRefused(String text, String refusal) throws IOException {
        assertThat(lines(text)).hasSize(2).first().isEqualTo(refusal);
    }

    /** A quote left open must not make one row of many, though its last columns are not read. */
    @Test
    void anOpenQuoteSwallowsNoRows() throws IOException {
        assertThat(lines("a,b,c,d\n1,\"x,,\n2,x,,\n3,\"y\",,\n"))
                .containsExactly("2 unclosed-quote", "3 [2, x, , ]", "4 [3, y, , ]");
    }

    @ParameterizedTest
    @ValueSource(strings = {",,,,", ",", ",,", " , ,\u00A0", "\"\",\"\"", ",\" \",,,", "\uFEFF,\u200B"})
    void rowsOfSeparatorsAreBlankRows(String blank) throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), "%1$s\na,b,c\n%1$s\n\n1,2,3\n%1$s\n".formatted(blank));
        try (TableFile csv = TableFiles.open(file, FileForm.USUAL, Set.of("a", "b"))) {
            assertThat(csv.next()).map(CsvFileTest::describe).contains("5 [1, 2, 3]");
            assertThat(csv.next()).isEmpty();
            assertThat(csv.blankRows()).isEqualTo(3);
        }
    }

    @Test
    void whatCannotBeReadIsSaidWithACure() throws IOException {
        assertThatThrownBy(() -> lines("\n \n"))
                .hasMessageContaining("no first line")
                .isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> lines("a,b, a\u00A0\n")).hasMessageContaining("two columns named `a`");
        assertThatThrownBy(() -> TableFiles.open(folder.resolve("none.csv"), FileForm.USUAL, Set.of()))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> lines(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.exit()).isEqualTo(ImportExit.FILE));
    }
}
