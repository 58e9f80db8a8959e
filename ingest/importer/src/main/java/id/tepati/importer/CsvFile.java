package id.tepati.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file record by record, gzipped or not (told by its first bytes). A broken record costs itself alone: a
 * quote that is never closed would swallow the rest of the file, so reading goes on at the line after it.
 */
final class CsvFile implements AutoCloseable {
    /** A record with more line breaks inside quotes than this is taken for a quote left open. */
    private static final int LINES_PER_RECORD = 1000;

    private static final int BOM = 0xFEFF;
    private static final String UNREADABLE = "\uFFFD";

    private final String name;
    private final char separator;
    private final BufferedReader reader;
    private final Deque<String> pushedBack = new ArrayDeque<>();
    private final CsvReader.CsvReaderBuilder parser;
    private final Header header;
    private long linesRead;

    private CsvFile(String name, char separator, BufferedReader reader) throws IOException {
        this.name = name;
        this.separator = separator;
        this.reader = reader;
        this.parser = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
        this.header = readHeader();
    }

    /** Opens the file and reads its header. */
    static CsvFile open(Path path, char separator) {
        String name = path.getFileName().toString();
        try {
            // lenient decoding: what is not UTF-8 becomes U+FFFD and costs its row, not the file
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(unzipped(path), StandardCharsets.UTF_8), 1 << 16);
            return new CsvFile(name, separator, reader);
        } catch (NoSuchFileException e) {
            throw new ImportException(ImportExit.FILE, path + " does not exist; check the path", e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static InputStream unzipped(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static ImportException unreadable(String name, IOException e) {
        return new ImportException(
                ImportExit.FILE, name + " cannot be read to its end (" + e.getMessage() + "); fetch it again", e);
    }

    private Header readHeader() throws IOException {
        String first = readLine();
        if (first == null || CellText.isBlank(first)) {
            throw new ImportException(
                    ImportExit.FILE, name + " has no first line with the names of its columns; add it");
        }
        String line = first.codePointAt(0) == BOM ? first.substring(1) : first;
        try {
            return Header.of(name, parser.ofSingleCsvRecord(line).getFields());
        } catch (CsvParseException e) {
            throw new ImportException(ImportExit.FILE, name + ", line 1: the header is not CSV; check its quotes", e);
        }
    }

    Header header() {
        return header;
    }

    /** The next record, well formed or not; empty at the end of the file. */
    Optional<CsvLine> next() {
        try {
            String first = readLine();
            while (first != null && CellText.isBlank(first)) {
                first = readLine();
            }
            return first == null ? Optional.empty() : Optional.of(record(first));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private CsvLine record(String first) throws IOException {
        long start = linesRead;
        CsvQuoteScanner quotes = new CsvQuoteScanner(separator);
        StringBuilder text = new StringBuilder(first);
        List<String> further = new ArrayList<>();
        quotes.line(first);
        while (quotes.isOpen() && further.size() < LINES_PER_RECORD) {
            String line = readLine();
            if (line == null) {
                break;
            }
            further.add(line);
            text.append('\n').append(line);
            quotes.line(line);
        }
        CsvLine result = quotes.isOpen() ? unclosed(start) : parse(start, text.toString());
        if (result instanceof BadRow && !further.isEmpty()) {
            pushBack(further);
            return unclosed(start);
        }
        return result;
    }

    private CsvLine parse(long start, String text) {
        try {
            List<String> cells = parser.ofSingleCsvRecord(text).getFields();
            if (cells.size() != header.size()) {
                return wrongSize(start, cells.size());
            }
            return text.contains(UNREADABLE) ? notUtf8(start) : new Row(start, header, cells);
        } catch (CsvParseException e) {
            return new BadRow(
                    start, "bad-quotes", "text follows a closing quote", "double the quotes inside a quoted cell");
        }
    }

    private static BadRow unclosed(long line) {
        return new BadRow(
                line,
                "unclosed-quote",
                "a quote opens in this line and is not closed where its cell ends",
                "close the quote, or double it where it belongs to the text");
    }

    private BadRow wrongSize(long line, int cells) {
        return new BadRow(
                line,
                cells < header.size() ? "too-few-columns" : "too-many-columns",
                "has " + cells + " cells, but the header has " + header.size() + " columns",
                "put cells that contain `" + separator + "` into double quotes");
    }

    private static BadRow notUtf8(long line) {
        return new BadRow(line, "not-utf8", "has bytes that are not UTF-8", "save the file as UTF-8");
    }

    private @Nullable String readLine() throws IOException {
        String line = pushedBack.isEmpty() ? reader.readLine() : pushedBack.removeFirst();
        if (line != null) {
            linesRead++;
        }
        return line;
    }

    private void pushBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            pushedBack.addFirst(lines.get(i));
        }
        linesRead -= lines.size();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }
}
