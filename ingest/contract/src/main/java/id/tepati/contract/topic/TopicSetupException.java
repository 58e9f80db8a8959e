package id.tepati.contract.topic;

import org.jspecify.annotations.Nullable;

/** The topics are not fit to start on; the message is one sentence with the next step. */
public final class TopicSetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicSetupException(String message) {
        this(message, null);
    }

    TopicSetupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
