package id.tepati.standalone.cli;

/** A running Tepati did not answer or refused; the message is one sentence that says what to do. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    ApiException(String message, int exit) {
        super(message);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
