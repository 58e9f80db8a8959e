package id.tepati.standalone.cli;

/** A command cannot do what it was told; the message is one sentence that says what to do. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    CommandException(String message, int exit) {
        super(message);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
