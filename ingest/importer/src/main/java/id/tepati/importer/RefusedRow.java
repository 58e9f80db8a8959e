package id.tepati.importer;

/**
 * An event that was refused, or a row that never became one.
 *
 * @param line the row, 0 where it is not known
 * @param stage who refused it: {@code file}, {@code gateway} or {@code pipeline}
 */
record RefusedRow(long line, String stage, String code, String reason, String cure) {
    static final String GATEWAY = "gateway";
    static final String PIPELINE = "pipeline";

    static RefusedRow of(BadRow row) {
        return new RefusedRow(row.line(), "file", row.code(), row.reason(), row.cure());
    }
}
