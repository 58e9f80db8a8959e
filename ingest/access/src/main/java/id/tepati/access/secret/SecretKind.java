package id.tepati.access.secret;

/** What a secret is for, seen by how it begins, so that one that was put in the wrong place is told apart. */
public enum SecretKind {
    /** A producer's key. */
    KEY("tepati_key_"),
    /** A token of a machine that reads. */
    TOKEN("tepati_token_"),
    /** A session of somebody who signed in. */
    SESSION("tepati_session_");

    private final String prefix;

    SecretKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
