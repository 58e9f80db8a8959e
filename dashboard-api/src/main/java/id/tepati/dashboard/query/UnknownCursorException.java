package id.tepati.dashboard.query;

/** A page was asked for after something that no page of this list ends with. */
public final class UnknownCursorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    UnknownCursorException(String key, Throwable cause) {
        super("no page of this list ends there", cause);
        this.key = key;
    }

    /** The cursor that was given. */
    public String cursor() {
        return Cursor.after(key);
    }
}
