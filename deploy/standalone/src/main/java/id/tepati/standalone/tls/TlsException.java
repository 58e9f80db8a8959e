package id.tepati.standalone.tls;

import org.jspecify.annotations.Nullable;

/** A certificate or its key is of no use; the message is one sentence that says why and what to do. */
public final class TlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
