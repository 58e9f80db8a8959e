package id.tepati.importer;

/** How an import ended, each with the exit code that a command line passes on. */
public enum ImportExit {
    /** Every row went in, or was known already. */
    OK(0),
    /** The import ran to its end, but some rows or events were refused; the others count. */
    SOME_REFUSED(3),
    /** The mapping is wrong; nothing was sent. */
    MAPPING(4),
    /** The file cannot be read, or lacks a column that the mapping names. */
    FILE(5),
    /** The derived catalogue was refused; no event was sent. */
    CATALOGUE(6),
    /** No gateway answered in time. */
    UNREACHABLE(7),
    /** The gateway refused a request as a whole. */
    REFUSED(8),
    /** Every event was sent and kept, but the pipeline did not get through them in time. */
    NOT_PROCESSED(9);

    private final int code;

    ImportExit(int code) {
        this.code = code;
    }

    /** The exit code of the process. */
    public int code() {
        return code;
    }
}
