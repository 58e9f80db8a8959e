package id.tepati.access.oidc;

import id.tepati.rules.WireName;

/** Why somebody who signs in by a provider is not let in. The page has a sentence for each. */
public enum OidcFailure {
    /** The provider does not answer, or answers that it cannot. */
    PROVIDER_AWAY,
    /** Nobody was sent to the provider from this browser and by this process in the last minutes. */
    BEGIN_AGAIN,
    /** The provider says that it does not let them in, or they turned back there. */
    TURNED_AWAY,
    /** What the provider answered is not valid: forged, expired, for somebody else, or not as agreed. */
    ANSWER_NOT_VALID,
    /** What the provider calls them is no id, or the id of somebody who signs in with a password. */
    NAME_NOT_USABLE,
    /** The provider knows them, and no role is theirs. */
    NO_ROLE,
    /** Kafka does not take who signs in. */
    NOT_RECORDED;

    /** Its code in the address of the page, such as {@code no-role}. */
    public String code() {
        return WireName.of(this);
    }

    /** Ends a sign-in for this reason; what happened is for the log and holds nothing secret. */
    public OidcException because(String what) {
        return new OidcException(this, what);
    }
}
