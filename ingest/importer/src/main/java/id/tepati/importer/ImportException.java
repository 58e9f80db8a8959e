package id.tepati.importer;

/**
 * An import cannot go on; the message is for the person who started it and names the next step: one
 * sentence, or a line for each mistake of a mapping.
 */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ImportExit exit;

    ImportException(ImportExit exit, String message) {
        super(message);
        this.exit = exit;
    }

    ImportException(ImportExit exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /** Why it ended. */
    public ImportExit exit() {
        return exit;
    }
}
