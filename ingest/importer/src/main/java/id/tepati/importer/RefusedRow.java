package id.tepati.importer;

/**
 * An event that the gateway refused, or a row that never became one.
 *
 * @param stage {@code file} or {@code gateway}
 */
record RefusedRow(long line, String stage, String code, String reason, String cure) {
    static RefusedRow of(BadRow row) {
        return new RefusedRow(row.line(), "file", row.code(), row.reason(), row.cure());
    }
}
