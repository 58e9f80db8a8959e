package id.tepati.standalone.backup;

import org.jspecify.annotations.Nullable;

/** A backup could not be made or put back; the message is one sentence that says why, and what to do. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
