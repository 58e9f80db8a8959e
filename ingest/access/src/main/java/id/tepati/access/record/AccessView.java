package id.tepati.access.record;

import id.tepati.access.change.ChainHead;
import id.tepati.access.rights.Identity;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretHash;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that is known of who may do what, at one moment. Immutable. */
public final class AccessView {
    /** Nobody and nothing. */
    public static final AccessView EMPTY = new AccessView(List.of(), List.of(), null);

    private final Map<RecordKey, AccessRecord> records = new HashMap<>();
    private final Map<SecretHash, MachineToken> tokens = new HashMap<>();
    private final Map<SecretHash, ProducerAccount> producers = new HashMap<>();
    private final Map<SecretHash, SignInSession> sessions = new HashMap<>();
    private final @Nullable ChainHead head;

    /**
     * Takes what there is.
     *
     * @param head the last line of the change log; null where none has been written
     */
    public AccessView(Collection<AccessRecord> records, Collection<SignInSession> sessions, @Nullable ChainHead head) {
        records.forEach(this::index);
        sessions.forEach(session -> this.sessions.put(session.hash(), session));
        this.head = head;
    }

    private void index(AccessRecord record) {
        records.put(record.key(), record);
        if (record instanceof MachineToken token) {
            tokens.put(token.hash(), token);
        }
        if (record instanceof ProducerAccount producer) {
            producer.keys().forEach(key -> producers.put(key, producer));
        }
    }

    /** Whether nobody is configured who could sign in: tokens and producers alone do not count. */
    public boolean hasNobody() {
        return records.keySet().stream().noneMatch(key -> key.kind() == RecordKind.USER);
    }

    /** The record of a key. */
    public Optional<AccessRecord> record(RecordKey key) {
        return Optional.ofNullable(records.get(key));
    }

    /** Somebody who may sign in. */
    public Optional<UserAccount> user(AccountId id) {
        return record(RecordKey.user(id)).map(UserAccount.class::cast);
    }

    /** A token. */
    public Optional<MachineToken> token(AccountId id) {
        return record(RecordKey.token(id)).map(MachineToken.class::cast);
    }

    /** A producer, revoked ones too. */
    public Optional<ProducerAccount> producer(AccountId id) {
        return record(RecordKey.producer(id)).map(ProducerAccount.class::cast);
    }

    /** All who may sign in, by id. */
    public List<UserAccount> users() {
        return all(UserAccount.class);
    }

    /** All tokens, by id, expired ones too. */
    public List<MachineToken> tokens() {
        return all(MachineToken.class);
    }

    /** All producers, by id, revoked ones too. */
    public List<ProducerAccount> producers() {
        return all(ProducerAccount.class);
    }

    private <T extends AccessRecord> List<T> all(Class<T> type) {
        return records.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .sorted((one, other) -> one.key().id().compareTo(other.key().id()))
                .toList();
    }

    /** All sessions, in no particular order, ended ones too. */
    public Collection<SignInSession> sessions() {
        return List.copyOf(sessions.values());
    }

    /** As whom the bearer of a token asks; empty where it is unknown or has expired. */
    public Optional<Identity> identityOfToken(Secret token, Instant now) {
        return Optional.ofNullable(tokens.get(token.hash()))
                .filter(found -> found.lastsAt(now))
                .map(MachineToken::identity);
    }

    /** As whom somebody who has signed in asks; empty where the session is unknown or has ended. */
    public Optional<Identity> identityOfSession(Secret session, Instant now) {
        return session(session)
                .flatMap(found -> found.vouchedFor(now)
                        .or(() -> user(found.user())
                                .filter(of -> found.isGood(of, now))
                                .map(UserAccount::identity)));
    }

    /** A session, ended ones too; empty where it is unknown. */
    public Optional<SignInSession> session(Secret secret) {
        return Optional.ofNullable(sessions.get(secret.hash()));
    }

    /** Whose key it is, revoked producers' too; empty where it is unknown. */
    public Optional<ProducerAccount> producerWith(Secret key) {
        return Optional.ofNullable(producers.get(key.hash()));
    }

    /** The last line of the change log; empty where none has been written. */
    public Optional<ChainHead> head() {
        return Optional.ofNullable(head);
    }
}
