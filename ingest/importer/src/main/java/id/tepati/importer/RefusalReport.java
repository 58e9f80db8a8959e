package id.tepati.importer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what was refused: the first few on the console, all of it in a CSV file where one is asked for. */
final class RefusalReport implements AutoCloseable {
    private static final int ON_CONSOLE = 20;

    private final PrintStream console;
    private final @Nullable CsvWriter writer;
    private long refused;

    RefusalReport(PrintStream console, @Nullable Path file) {
        this.console = console;
        this.writer = file == null ? null : open(file);
    }

    private static CsvWriter open(Path file) {
        try {
            CsvWriter writer = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
            writer.writeRecord("line", "stage", "code", "reason", "cure");
            return writer;
        } catch (IOException e) {
            throw new ImportException(
                    ImportExit.FILE, file + " cannot be written; check the path of --report and its folder", e);
        }
    }

    void add(RefusedRow refusal) {
        refused++;
        if (refused <= ON_CONSOLE) {
            console.printf(
                    Locale.ROOT,
                    "line %d: %s: %s; %s%n",
                    refusal.line(),
                    refusal.code(),
                    refusal.reason(),
                    refusal.cure());
        } else if (refused == ON_CONSOLE + 1) {
            console.printf(
                    Locale.ROOT,
                    "further refusals are %s%n",
                    writer == null ? "counted only; --report FILE lists them all" : "in the report only");
        }
        if (writer != null) {
            writer.writeRecord(
                    Long.toString(refusal.line()), refusal.stage(), refusal.code(), refusal.reason(), refusal.cure());
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the report of refused rows could not be finished; free some disk", e);
            }
        }
    }
}
