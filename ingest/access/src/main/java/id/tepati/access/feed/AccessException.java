package id.tepati.access.feed;

import org.jspecify.annotations.Nullable;

/** The topics of access cannot be read or written; the message says what to do. */
public final class AccessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence that tells it. */
    public AccessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
