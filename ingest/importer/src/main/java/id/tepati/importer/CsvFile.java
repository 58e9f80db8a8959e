package id.tepati.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final String name;
    private final char separator;
    private final BufferedReader reader;
    private final Deque<String> pushedBack = new ArrayDeque<>();
    private final CsvReader.CsvReaderBuilder parser;
    private final Header header;
    private long linesRead;

    private CsvFile(String name, char separator, Set<String> used, BufferedReader reader) throws IOException {
        this.name = name;
        this.separator = separator;
        this.reader = reader;
        this.parser = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
        this.header = readHeader(used);
    }

    /**
     * Opens the file and reads its header.
     *
     * @param used names of the columns that the mapping reads
     */
    static CsvFile open(Path path, char separator, Set<String> used) {
        String name = path.getFileName().toString();
        try {
            return new CsvFile(name, separator, used, Decoding.reader(unzipped(path), StandardCharsets.UTF_8));
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

    private Header readHeader(Set<String> used) throws IOException {
        String first = readLine();
        if (first == null || CellText.isBlank(first)) {
            throw new ImportException(
                    ImportExit.FILE, name + " has no first line with the names of its columns; add it");
        }
        String line = first.codePointAt(0) == BOM ? first.substring(1) : first;
        try {
            return Header.of(name, parser.ofSingleCsvRecord(line).getFields(), used);
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

    /** A record of several lines that has not as many cells as the header is one line with a quote left open. */
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
        List<String> cells = quotes.isOpen() ? List.of() : cells(text.toString());
        if (cells.size() == header.size()) {
            return row(start, cells);
        }
        pushBack(further);
        if (quotes.isOpen() || !further.isEmpty()) {
            return unclosed(start);
        }
        return cells.isEmpty() ? badQuotes(start) : wrongSize(start, cells.size());
    }

    /** The cells of a record; none where its quotes do not pair. */
    private List<String> cells(String record) {
        try {
            return parser.ofSingleCsvRecord(record).getFields();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    /** Bytes that cannot be decoded cost a row only where the mapping would read them. */
    private CsvLine row(long start, List<String> cells) {
        for (int index : header.used()) {
            if (!Decoding.isWhole(cells.get(index))) {
                return notUtf8(start, header.name(index));
            }
        }
        return new Row(start, header, cells);
    }

    private static BadRow badQuotes(long line) {
        return new BadRow(line, "bad-quotes", "text follows a closing quote", "double the quotes inside a quoted cell");
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

    private static BadRow notUtf8(long line, String column) {
        return new BadRow(
                line, "not-utf8", "column " + column + " has bytes that are not UTF-8", "save the file as UTF-8");
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
