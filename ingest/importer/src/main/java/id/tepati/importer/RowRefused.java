package id.tepati.importer;

/** Ends the reading of one row; {@link RowMapper} turns it into a {@link BadRow}. Carries no stack trace. */
final class RowRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String reason;
    private final String cure;

    RowRefused(String code, String reason, String cure) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
        this.cure = cure;
    }

    BadRow at(long line) {
        return new BadRow(line, code, reason, cure);
    }
}
