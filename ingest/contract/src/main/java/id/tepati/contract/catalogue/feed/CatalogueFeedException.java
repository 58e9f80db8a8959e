package id.tepati.contract.catalogue.feed;

/** The catalogue topic cannot be read or written; the message says what to do. */
public final class CatalogueFeedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CatalogueFeedException(String message) {
        super(message);
    }

    CatalogueFeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
