package id.tepati.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** A request came to nothing; the message says what to do next. */
public final class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String message;

    /** Why. */
    public enum Code {
        /** Nobody answers at the address, or not in time. */
        UNREACHABLE,
        /** What answers is no Tepati, or something in between that does not reach one. */
        NOT_TEPATI,
        /** The server does not take the request as it is. */
        REFUSED,
        /** The server says that it may take the request later, and has said so until the time for it was used up. */
        STAYS_BUSY,
        /** Somebody wanted an end of it. */
        INTERRUPTED
    }

    private ClientException(Code code, String message) {
        super(message);
        this.code = code;
        this.message = message;
    }

    private ClientException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.message = message;
    }

    static ClientException unreachable(ServerAddress address, Duration spent, IOException cause) {
        if (cause instanceof SSLException) {
            return new ClientException(
                    Code.UNREACHABLE,
                    "What answers at " + address + " shows no certificate that is trusted (" + cause.getMessage()
                            + "): name the authority that vouches for it with --ca-cert, and the server as its certificate does.",
                    cause);
        }
        return new ClientException(
                Code.UNREACHABLE,
                "No Tepati answers at " + address + forSeconds(spent) + " ("
                        + cause.getClass().getSimpleName()
                        + "): start one with `deploy/tepati up`, or name another address with --url.",
                cause);
    }

    static ClientException notTepati(ServerAddress address, int status) {
        return new ClientException(
                Code.NOT_TEPATI,
                "What answers at " + address + " with status " + status
                        + " is no Tepati: name another address with --url, or look at what is in between.");
    }

    static ClientException staysBusy(ServerAddress address, Duration spent, ServerProblem problem) {
        return new ClientException(
                Code.STAYS_BUSY,
                "The server at " + address + " is busy" + forSeconds(spent) + " (" + problem.code() + "): "
                        + problem.told());
    }

    /**
     * A refusal.
     *
     * @param what what was asked for, such as "the events"
     * @param advice what to do here, beside what the server says
     */
    static ClientException refused(ServerAddress address, String what, ServerProblem problem, Optional<String> advice) {
        return new ClientException(
                Code.REFUSED,
                "The server at " + address + " refused " + what + " with status " + problem.status() + " ("
                        + problem.code() + "): " + problem.told()
                        + advice.map(text -> " " + text).orElse(""));
    }

    static ClientException noSecret(String variable, String what) {
        return new ClientException(
                Code.REFUSED,
                "The environment variable " + variable + " does not hold " + what
                        + ": it has blanks or other characters in it; copy it again.");
    }

    static ClientException interrupted(ServerAddress address) {
        return new ClientException(
                Code.INTERRUPTED, "Interrupted while waiting for " + address + ": run the same again.");
    }

    private static String forSeconds(Duration spent) {
        return spent.toSeconds() == 0 ? "" : " for " + spent.toSeconds() + " s";
    }

    /** What happened and what to do next. */
    @Override
    public String getMessage() {
        return message;
    }

    /** Why. */
    public Code code() {
        return code;
    }
}
