package id.tepati.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file record by record. A broken record costs itself alone: a quote that is never closed would swallow
 * the rest of the file, so reading goes on at the line after it.
 */
final class CsvFile implements TableFile {
    /** A record with more line breaks inside quotes than this is taken for a quote left open. */
    private static final int LINES_PER_RECORD = 1000;

    /** A first line by which Excel is told the separator. */
    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=([^\"\r\n])\"?", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final Decoding decoding;
    private final BufferedReader reader;
    private final char separator;
    private final Deque<String> pushedBack = new ArrayDeque<>();
    private final CsvReader.CsvReaderBuilder parser;
    private final Header header;
    private long linesRead;
    private long blankRows;

    /**
     * Reads the header.
     *
     * @param separator where the file does not tell its own
     * @param used names of the columns that the mapping reads
     */
    CsvFile(String name, Decoding decoding, BufferedReader reader, char separator, Set<String> used)
            throws IOException {
        this.name = name;
        this.decoding = decoding;
        this.reader = reader;
        String first = filledLine(separator);
        Matcher told = SEPARATOR.matcher(first);
        this.separator = told.matches() ? told.group(1).charAt(0) : separator;
        this.parser = CsvReader.builder()
                .fieldSeparator(this.separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
        this.header = readHeader(told.matches() ? filledLine(this.separator) : first, used);
    }

    /** The next line with something in it; an empty text at the end of the file. */
    private String filledLine(char between) throws IOException {
        for (String line = readLine(); line != null; line = readLine()) {
            if (!isBlankRow(line, between)) {
                return line;
            }
            blankRows += line.isEmpty() ? 0 : 1;
        }
        return "";
    }

    private static boolean isBlankRow(String line, char between) {
        return line.codePoints().allMatch(point -> point == between || point == '"' || CellText.isBlank(point))
                && !opensQuote(line, between);
    }

    private Header readHeader(String first, Set<String> used) throws IOException {
        if (first.isEmpty()) {
            throw new ImportException(
                    ImportExit.FILE, name + " has no first line with the names of its columns; add it");
        }
        Optional<ImportException> foreign = ForeignFile.ofFirstLine(name, first);
        if (foreign.isPresent()) {
            throw foreign.get();
        }
        long start = linesRead;
        List<String> names = cells(linesOf(first));
        if (names.isEmpty()) {
            throw new ImportException(
                    ImportExit.FILE, name + ", line " + start + ": the header is not CSV; check its quotes");
        }
        return Header.of(name, names, used);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Optional<TableLine> next() {
        try {
            String first = filledLine(separator);
            return first.isEmpty() ? Optional.empty() : Optional.of(record(first));
        } catch (IOException e) {
            throw TableFiles.unreadable(name, e);
        }
    }

    /** A record of several lines that has fewer cells than the header is one line with a quote left open. */
    private TableLine record(String first) throws IOException {
        long start = linesRead;
        List<String> lines = linesOf(first);
        List<String> cells = cells(lines);
        Optional<List<String>> fitting =
                lines.size() > 1 && cells.size() < header.size() ? Optional.empty() : fitting(cells);
        if (fitting.isPresent()) {
            return row(start, fitting.get());
        }
        pushBack(lines.subList(1, lines.size()));
        if (opensQuote(first, separator)) {
            return unclosed(start);
        }
        return cells.isEmpty() ? badQuotes(start) : wrongSize(start, cells.size());
    }

    private Optional<List<String>> fitting(List<String> cells) {
        return cells.isEmpty() ? Optional.empty() : header.fit(cells);
    }

    /** The lines of the record that begins with this one; this one alone where its quote is never closed. */
    private List<String> linesOf(String first) throws IOException {
        CsvQuoteScanner quotes = new CsvQuoteScanner(separator);
        List<String> lines = new ArrayList<>(List.of(first));
        quotes.line(first);
        while (quotes.isOpen() && lines.size() <= LINES_PER_RECORD) {
            String line = readLine();
            if (line == null) {
                break;
            }
            lines.add(line);
            quotes.line(line);
        }
        if (!quotes.isOpen()) {
            return lines;
        }
        pushBack(lines.subList(1, lines.size()));
        return List.of(first);
    }

    private static boolean opensQuote(String line, char between) {
        CsvQuoteScanner quotes = new CsvQuoteScanner(between);
        quotes.line(line);
        return quotes.isOpen();
    }

    /** The cells of a record; none where its quotes do not pair. */
    private List<String> cells(List<String> lines) {
        try {
            return parser.ofSingleCsvRecord(String.join("\n", lines)).getFields();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    /** Bytes that cannot be decoded cost a row only where the mapping would read them. */
    private TableLine row(long start, List<String> cells) {
        for (int index : header.used()) {
            if (!Decoding.isWhole(cells.get(index))) {
                return decoding.refusal(start, header.names().get(index));
            }
        }
        return new Row(start, header, cells);
    }

    @Override
    public long blankRows() {
        return blankRows;
    }

    @Override
    public BadRow inPlace(BadRow row) {
        return row;
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
        String sizes = "has " + cells + " cells, but the header has " + header.size() + " columns";
        return header.missing(cells)
                .map(column -> new BadRow(
                        line,
                        "too-few-columns",
                        sizes + " and the mapping reads " + column,
                        "put cells that contain a line break into double quotes, or fill up the row with `" + separator
                                + "`"))
                .orElseGet(() -> new BadRow(
                        line,
                        "too-many-columns",
                        sizes,
                        "put cells that contain `" + separator + "` into double quotes"));
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
            throw TableFiles.unreadable(name, e);
        }
    }
}
