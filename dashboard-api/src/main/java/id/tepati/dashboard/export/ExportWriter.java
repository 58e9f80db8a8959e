package id.tepati.dashboard.export;

import java.util.List;

/**
 * Writes rows as they come. Confined to one thread.
 *
 * <p>What fails throws an {@link java.io.UncheckedIOException}. There is nothing to be closed: a file that was not
 * finished stays without its end, so that it cannot be taken for a whole one.
 */
interface ExportWriter {
    /** Writes one row. */
    void row(List<Cell> cells);

    /** Writes the end of the file. */
    void finish();
}
