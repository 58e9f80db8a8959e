package id.tepati.access.edit;

import id.tepati.access.record.AccessView;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.RecordKey;
import id.tepati.access.record.UserAccount;
import id.tepati.access.rights.Grant;
import id.tepati.access.secret.PasswordHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of who may sign in. */
public final class UserEdits {
    private UserEdits() {}

    /**
     * Adds somebody. Sessions of a former one of that name do not come to life again.
     *
     * @param password null for who signs in elsewhere
     */
    public static Edit add(AccountId id, String name, @Nullable PasswordHash password, List<Grant> grants) {
        return (now, at) -> {
            if (now.user(id).isPresent()) {
                throw new EditRefused("There is a user " + id + " already: take another id, or remove that one first.");
            }
            return Edit.Outcome.of("add", new UserAccount(id, name, password, grants, at));
        };
    }

    /** Sets another password, which ends all sessions of that user. */
    public static Edit password(AccountId id, PasswordHash password) {
        return (now, at) -> Edit.Outcome.of("password", require(now, id).withPassword(password, at));
    }

    /** Ends all sessions of that user. */
    public static Edit signOutEverywhere(AccountId id) {
        return (now, at) -> Edit.Outcome.of("sign-out", require(now, id).signedOutAt(at));
    }

    /** Removes somebody, which ends all their sessions; never the last one, for then everything would be open. */
    public static Edit remove(AccountId id) {
        return (now, at) -> {
            require(now, id);
            if (now.users().size() == 1) {
                throw new EditRefused("The user " + id
                        + " is the last one, and without any everything is open: add another one first.");
            }
            return Edit.Outcome.gone("remove", RecordKey.user(id));
        };
    }

    private static UserAccount require(AccessView now, AccountId id) {
        return now.user(id)
                .orElseThrow(() -> new EditRefused("There is no user " + id + ": tepati users list shows all."));
    }
}
