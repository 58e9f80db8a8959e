package id.tepati.access.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.Identity;
import id.tepati.access.secret.SecretHash;
import id.tepati.contract.output.OutputJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in. The change log does not tell of it. Whoever signed in with a password may what their account
 * says; for whom a provider vouched the session itself says it, and they need no account.
 *
 * @param hash of what the browser holds
 * @param user who it is
 * @param began when they signed in
 * @param expires they have to sign in again from then on
 * @param name as the page shows whom a provider vouched for; null for who has an account
 * @param grants what they may then; null for who has an account
 */
@JsonPropertyOrder({"v", "hash", "user", "began", "expires", "name", "grants"})
public record SignInSession(
        SecretHash hash,
        AccountId user,
        Instant began,
        Instant expires,
        @Nullable String name,
        @Nullable List<Grant> grants) {
    private static final int VERSION = 1;
    private static final OutputJson.Codec<SignInSession> JSON = RecordJson.codec(SignInSession.class);

    /** Refuses a session that lacks something, takes a copy. */
    public SignInSession {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(expires, "expires");
        if ((name == null) != (grants == null)) {
            throw new IllegalArgumentException("name and grants go together: both are of whom a provider vouched for");
        }
        grants = grants == null ? null : List.copyOf(grants);
    }

    /** One of somebody who has an account. */
    public static SignInSession withPassword(SecretHash hash, AccountId user, Instant began, Instant expires) {
        return new SignInSession(hash, user, began, expires, null, null);
    }

    /** Reads what {@link #toJson} wrote. */
    public static SignInSession fromJson(byte[] json) {
        return JSON.read(json);
    }

    /** Version of the JSON form that is written. */
    @JsonProperty("v")
    public int v() {
        return VERSION;
    }

    /** As whom they ask for whom a provider vouched; empty where an account says that, or the session is over. */
    public Optional<Identity> vouchedFor(Instant now) {
        return Optional.ofNullable(grants)
                .filter(granted -> now.isBefore(expires))
                .map(granted -> new Identity(user.value(), Identity.Kind.PERSON, granted));
    }

    /** Whether a provider vouched for them. */
    @JsonIgnore
    public boolean isVouchedFor() {
        return grants != null;
    }

    /** Whether it is one of this user's, not expired, and not ended with all of theirs. */
    public boolean isGood(UserAccount of, Instant now) {
        return !isVouchedFor()
                && of.id().equals(user)
                && now.isBefore(expires)
                && !began.isBefore(of.sessionsValidFrom());
    }

    /** The key of its record. */
    public RecordKey key() {
        return keyOf(hash);
    }

    /** The key of the record of a session. */
    public static RecordKey keyOf(SecretHash hash) {
        return new RecordKey(RecordKind.SESSION, hash.hex());
    }

    /** Its JSON form, in UTF-8. */
    public byte[] toJson() {
        return JSON.write(this);
    }
}
