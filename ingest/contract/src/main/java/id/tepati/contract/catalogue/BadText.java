package id.tepati.contract.catalogue;

/** Says why a piece of text is not what it should be. Never leaves this package. */
final class BadText extends Exception {
    private static final long serialVersionUID = 1;

    private final String cure;

    BadText(String what, String cure) {
        super(what, null, false, false);
        this.cure = cure;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String cure() {
        return cure;
    }
}
