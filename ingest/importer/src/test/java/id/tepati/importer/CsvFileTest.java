package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    private Path folder;

    private List<String> lines(byte[] bytes) throws IOException {
        return lines(bytes, ',');
    }

    private List<String> lines(byte[] bytes, char separator) throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), bytes);
        List<String> lines = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(file, separator)) {
            for (Optional<CsvLine> line = csv.next(); line.isPresent(); line = csv.next()) {
                lines.add(describe(line.get()));
            }
        }
        return lines;
    }

    private static String describe(CsvLine line) {
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
        try (CsvFile csv = CsvFile.open(file, ',')) {
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

    @Test
    void bytesThatAreNotUtf8CostTheirRow() throws IOException {
        assertThat(lines("a,b\n1,\u00e9\n2,x\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("2 not-utf8", "3 [2, x]");
    }

    @Test
    void theSeparatorMayDiffer() throws IOException {
        assertThat(lines("a;b\n1,5;\"2;3\"\n".getBytes(StandardCharsets.UTF_8), ';'))
                .containsExactly("2 [1,5, 2;3]");
    }

    @Test
    void whatCannotBeReadIsSaidWithACure() throws IOException {
        assertThatThrownBy(() -> lines(""))
                .hasMessageContaining("no first line")
                .isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> lines("a,b,a\n")).hasMessageContaining("two columns named `a`");
        assertThatThrownBy(() -> CsvFile.open(folder.resolve("none.csv"), ',')).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> lines(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.exit()).isEqualTo(ImportExit.FILE));
    }
}
