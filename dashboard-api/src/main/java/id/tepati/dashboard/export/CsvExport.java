package id.tepati.dashboard.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV by RFC 4180: commas, CRLF, one line of names; in UTF-8 with the mark by which spreadsheets know it. */
final class CsvExport implements ExportWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    CsvExport(OutputStream out, About about) {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            text.write(BYTE_ORDER_MARK);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        csv = CsvWriter.builder().build(text);
        csv.writeRecord(about.names());
    }

    @Override
    public void row(List<Cell> cells) {
        csv.writeRecord(cells.stream().map(Cell::csv).toList());
    }

    @Override
    public void finish() {
        try {
            csv.flush();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
