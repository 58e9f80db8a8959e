package id.tepati.gateway.importer;

/**
 * An event that the gateway refused, or a row that never became one.
 *
 * @param stage {@code file} or {@code gateway}
 */
record Refusal(long line, String stage, String code, String reason, String cure) {
    static Refusal of(BadRow row) {
        return new Refusal(row.line(), "file", row.code(), row.reason(), row.cure());
    }
}
