package id.tepati.access.edit;

/** A change does not go with what there is; the message is one sentence that says what to do. Nothing was written. */
public final class EditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EditRefused(String message) {
        super(message);
    }
}
