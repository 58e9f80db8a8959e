package id.tepati.contract.catalog;

/** The catalogue topic cannot be read or written; the message says what to do. */
public final class CatalogFeedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CatalogFeedException(String message) {
        super(message);
    }

    CatalogFeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
