package id.tepati.importer;

import java.util.Optional;

/** A file of rows below a header, read from its first row to its last. Not thread-safe. */
sealed interface TableFile extends AutoCloseable permits CsvFile, XlsxFile {
    /** The file for messages, with what of it is read. */
    String name();

    /** The columns. */
    Header header();

    /** The next record, well formed or not; empty at the end of the file. */
    Optional<TableLine> next();

    /** Rows so far that had cells and nothing in any; a workbook does not tell them from its end. */
    long blankRows();

    /** The refusal of a row, with what its line is counted in where the file does not make that plain. */
    BadRow inPlace(BadRow row);

    @Override
    void close();
}
