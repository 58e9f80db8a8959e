package id.tepati.standalone.app;

import org.jspecify.annotations.Nullable;

/** A server could not start; the message is one sentence that says why and what to do. */
public class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence for the operator. */
    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
