package id.tepati.access.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.Identity;
import id.tepati.access.secret.PasswordHash;
import id.tepati.contract.output.OutputJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name as the page shows it
 * @param password what is kept of the password; null for who signs in elsewhere
 * @param grants what they may
 * @param sessionsValidFrom sessions that began before it have ended
 */
@JsonPropertyOrder({"v", "id", "name", "password", "grants", "sessionsValidFrom"})
public record UserAccount(
        AccountId id, String name, @Nullable PasswordHash password, List<Grant> grants, Instant sessionsValidFrom)
        implements AccessRecord {
    private static final int VERSION = 1;
    private static final OutputJson.Codec<UserAccount> JSON = RecordJson.codec(UserAccount.class);

    /** Refuses an account that lacks something, takes a copy. */
    public UserAccount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sessionsValidFrom, "sessionsValidFrom");
        grants = List.copyOf(grants);
    }

    /** Reads what {@link #toJson} wrote. */
    public static UserAccount fromJson(byte[] json) {
        return JSON.read(json);
    }

    /** Version of the JSON form that is written. */
    @JsonProperty("v")
    public int v() {
        return VERSION;
    }

    /** With another password; whoever had signed in with the former has to sign in again. */
    public UserAccount withPassword(PasswordHash changed, Instant at) {
        return new UserAccount(id, name, changed, grants, at);
    }

    /** Without any session that has begun until then. */
    public UserAccount signedOutAt(Instant at) {
        return new UserAccount(id, name, password, grants, at);
    }

    /** As whom they ask once they have signed in. */
    public Identity identity() {
        return new Identity(id.value(), Identity.Kind.PERSON, grants);
    }

    @Override
    public RecordKey key() {
        return RecordKey.user(id);
    }

    @Override
    public byte[] toJson() {
        return JSON.write(this);
    }

    @Override
    public SortedMap<String, Object> openly() {
        SortedMap<String, Object> told = new TreeMap<>();
        told.put("name", name);
        told.put("password", password != null);
        told.put("grants", grants.stream().map(Grant::toString).toList());
        told.put("sessionsValidFrom", sessionsValidFrom.toString());
        return told;
    }
}
