package id.tepati.access.edit;

import id.tepati.access.record.AccessView;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.secret.SecretHash;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.util.List;

/** Changes of the machines that send events, and of their keys. */
public final class ProducerEdits {
    private ProducerEdits() {}

    /**
     * Adds one.
     *
     * @param units of which it may send events, and of all below them
     * @param types that it may send; none: all
     * @param sources how those begin as which it may send; none: any
     */
    public static Edit add(
            AccountId id,
            List<UnitId> units,
            List<EventType> types,
            List<String> sources,
            int eventsPerSecond,
            SecretHash key) {
        List<String> names = types.stream().map(EventType::shortName).toList();
        return (now, at) -> {
            now.producer(id).ifPresent(there -> {
                throw new EditRefused("There " + (there.revoked() ? "was" : "is") + " a producer " + id
                        + (there.revoked() ? ", which was revoked" : " already") + ": take another id.");
            });
            return Edit.Outcome.of(
                    "add", new ProducerAccount(id, units, names, sources, eventsPerSecond, key, null, false));
        };
    }

    /** Gives it a new key; the one until now stays good until {@link #endPrevious}, the one before that ends. */
    public static Edit rotate(AccountId id, SecretHash key) {
        return (now, at) -> Edit.Outcome.of("rotate", require(now, id).rotated(key));
    }

    /** Ends the key before the current one. */
    public static Edit endPrevious(AccountId id) {
        return (now, at) -> {
            ProducerAccount there = require(now, id);
            if (there.previous() == null) {
                throw new EditRefused("The producer " + id + " has one key only: rotate it first.");
            }
            return Edit.Outcome.of("end-previous", there.withoutPrevious());
        };
    }

    /** Ends it with all its keys, for good. */
    public static Edit revoke(AccountId id) {
        return (now, at) -> Edit.Outcome.of("revoke", require(now, id).revokedForGood());
    }

    private static ProducerAccount require(AccessView now, AccountId id) {
        ProducerAccount there = now.producer(id)
                .orElseThrow(
                        () -> new EditRefused("There is no producer " + id + ": tepati producers list shows all."));
        if (there.revoked()) {
            throw new EditRefused("The producer " + id + " was revoked for good: add another one.");
        }
        return there;
    }
}
