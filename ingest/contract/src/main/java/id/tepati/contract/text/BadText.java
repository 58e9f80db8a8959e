package id.tepati.contract.text;

/** Says why a piece of text that people wrote is not what it should be, and how to mend it. */
public final class BadText extends Exception {
    private static final long serialVersionUID = 1;

    private final String cure;

    /**
     * Refuses a text.
     *
     * @param what what is wrong, as the rest of a sentence about the text, for instance {@code is blank}
     * @param cure what to do about it
     */
    public BadText(String what, String cure) {
        super(what, null, false, false);
        this.cure = cure;
    }

    /** What is wrong, as the rest of a sentence about the text. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String cure() {
        return cure;
    }
}
