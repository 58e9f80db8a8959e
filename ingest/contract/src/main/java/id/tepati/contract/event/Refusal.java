package id.tepati.contract.event;

/** Ends the checks of one event early; never leaves this package. Has no stack trace, for bad input may come in floods. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    Refusal(RejectCode code, String pointer) {
        this(code, pointer, code.cure());
    }

    Refusal(RejectCode code, String pointer, String cure) {
        super(code.wireName(), null, false, false);
        this.rejection = new Rejection(code, pointer, cure);
    }

    static Refusal missing(String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return new Refusal(RejectCode.MISSING_FIELD, pointer, "Add the field " + name + ".");
    }

    static Refusal invalid(String pointer, String expected) {
        return new Refusal(RejectCode.INVALID_VALUE, pointer, "Send here: " + expected + ".");
    }

    Rejection rejection() {
        return rejection;
    }
}
