package id.tepati.broker;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The embedded broker cannot start; the message says why in one sentence, and what to do next in another. */
public final class BrokerStartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;

    BrokerStartException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What kind of hindrance it was, for callers that react to it. */
    public Code code() {
        return code;
    }

    /** The hindrances that are told apart. */
    public enum Code {
        /** Another program listens on the port, or this user may not. */
        PORT_UNAVAILABLE,
        /** Another broker, of this process or another one, works on the directory. */
        DIRECTORY_LOCKED,
        /** The directory cannot be created or written. */
        DIRECTORY_NOT_WRITABLE,
        /** Kafka itself refused; the cause has its words. */
        KAFKA_REFUSED
    }
}
