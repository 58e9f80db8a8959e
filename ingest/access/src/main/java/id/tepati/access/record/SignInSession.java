package id.tepati.access.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.access.secret.SecretHash;
import id.tepati.contract.output.OutputJson;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who has signed in. The change log does not tell of it.
 *
 * @param hash of what the browser holds
 * @param user who it is
 * @param began when they signed in
 * @param expires they have to sign in again from then on
 */
@JsonPropertyOrder({"v", "hash", "user", "began", "expires"})
public record SignInSession(SecretHash hash, AccountId user, Instant began, Instant expires) {
    private static final int VERSION = 1;
    private static final OutputJson.Codec<SignInSession> JSON = RecordJson.codec(SignInSession.class);

    /** Refuses a session that lacks something. */
    public SignInSession {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(expires, "expires");
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

    /** Whether it is one of this user's, not expired, and not ended with all of theirs. */
    public boolean isGood(UserAccount of, Instant now) {
        return of.id().equals(user) && now.isBefore(expires) && !began.isBefore(of.sessionsValidFrom());
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
