package id.tepati.importer;

import id.tepati.client.ClientException;

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

    /**
     * What the server did or did not.
     *
     * @param refused how the import ends where the server refused what was asked
     */
    static ImportException of(ClientException e, ImportExit refused) {
        return switch (e.code()) {
            case UNREACHABLE, NOT_TEPATI, STAYS_BUSY -> repeatable(ImportExit.UNREACHABLE, e);
            case REFUSED -> repeatable(refused, e);
            case INTERRUPTED -> interrupted(e);
        };
    }

    private static ImportException repeatable(ImportExit exit, ClientException e) {
        return new ImportException(
                exit,
                e.getMessage() + " Then run the same import again: what was taken already is not counted twice.",
                e);
    }

    static ImportException interrupted(Exception e) {
        return new ImportException(
                ImportExit.NOT_PROCESSED, "the import was interrupted; run it again, nothing is counted twice", e);
    }

    /** Why it ended. */
    public ImportExit exit() {
        return exit;
    }
}
