package id.tepati.importer;

/**
 * A row that did not go in. Neither reason nor cure quotes a value of the row, which may hold personal data.
 *
 * @param line physical line of the file where the row starts, or row of the sheet, from 1
 * @param code stable short name of the cause
 * @param reason what is wrong, naming the column
 * @param cure what to change
 */
record BadRow(long line, String code, String reason, String cure) implements TableLine, RowResult {}
