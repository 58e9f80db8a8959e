package id.tepati.standalone.app;

import org.jspecify.annotations.Nullable;

/** A server could not start for want of room on its disk; the message says so and what to do. */
public final class FullDiskException extends StartException {
    private static final long serialVersionUID = 1L;

    FullDiskException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
