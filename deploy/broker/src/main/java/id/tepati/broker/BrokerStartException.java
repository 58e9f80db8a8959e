package id.tepati.broker;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The embedded broker cannot start; the message says why in one sentence, and what to do next in another. */
public final class BrokerStartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    BrokerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
