package id.tepati.access.oidc;

/** A sign-in by a provider came to nothing; the message is for the log and holds nothing secret. */
public final class OidcException extends Exception {
    private static final long serialVersionUID = 1L;

    private final OidcFailure failure;

    OidcException(OidcFailure failure, String what) {
        super(what, null, false, false);
        this.failure = failure;
    }

    /** Why, for whoever wanted to sign in. */
    public OidcFailure failure() {
        return failure;
    }
}
