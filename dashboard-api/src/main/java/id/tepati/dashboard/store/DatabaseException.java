package id.tepati.dashboard.store;

/** The database of the read model does not do what it is asked; it may again later. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(Object address, Throwable cause) {
        super(
                "The database of the read model at " + address + " cannot be used (" + cause.getMessage()
                        + "): check that it runs, and its name, user and password.",
                cause);
    }
}
