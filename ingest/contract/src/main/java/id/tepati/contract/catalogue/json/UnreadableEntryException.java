package id.tepati.contract.catalogue.json;

/** A record of the catalogue topic that this release cannot read: damaged, or written by a later one. */
public final class UnreadableEntryException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says why the record cannot be read. */
    public UnreadableEntryException(String message) {
        super(message);
    }

    UnreadableEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}
