package id.tepati.access.edit;

import id.tepati.access.record.AccountId;
import id.tepati.access.record.MachineToken;
import id.tepati.access.record.RecordKey;
import id.tepati.access.rights.Grant;
import id.tepati.access.secret.SecretHash;
import java.time.Instant;

/** Changes of the tokens of machines that read. */
public final class TokenEdits {
    private TokenEdits() {}

    /** Adds one. */
    public static Edit add(AccountId id, Grant grant, SecretHash hash, Instant expires) {
        return (now, at) -> {
            if (now.token(id).isPresent()) {
                throw new EditRefused(
                        "There is a token " + id + " already: take another id, or revoke that one first.");
            }
            if (!at.isBefore(expires)) {
                throw new EditRefused("The token would have expired before it is made: name a later day.");
            }
            return Edit.Outcome.of("add", new MachineToken(id, grant, hash, expires));
        };
    }

    /** Makes one good for nothing. */
    public static Edit revoke(AccountId id) {
        return (now, at) -> {
            if (now.token(id).isEmpty()) {
                throw new EditRefused("There is no token " + id + ": tepati tokens list shows all.");
            }
            return Edit.Outcome.gone("revoke", RecordKey.token(id));
        };
    }
}
