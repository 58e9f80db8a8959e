package id.tepati.access.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.access.rights.Identity;
import id.tepati.access.rights.UnitParents;
import id.tepati.access.rights.UnitScope;
import id.tepati.access.secret.SecretHash;
import id.tepati.contract.output.OutputJson;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A machine that sends events. While its key is rotated two are good, so that no event has to wait for it.
 *
 * @param units of which it may send events, and of all below them
 * @param types short names of the types that it may send; none listed: all
 * @param sources how the CloudEvents sources begin as which it may send; none listed: any
 * @param eventsPerSecond how many it may send
 * @param current hash of its key
 * @param previous hash of the key before, which is still good; null where there is none
 * @param revoked whether no key of it is good any more
 */
@JsonPropertyOrder({"v", "id", "units", "types", "sources", "eventsPerSecond", "current", "previous", "revoked"})
public record ProducerAccount(
        AccountId id,
        List<UnitId> units,
        List<String> types,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sources,

        int eventsPerSecond,
        SecretHash current,
        @Nullable SecretHash previous,
        boolean revoked)
        implements AccessRecord {
    private static final int VERSION = 1;
    private static final OutputJson.Codec<ProducerAccount> JSON = RecordJson.codec(ProducerAccount.class);

    /** Refuses an account that lacks something or may send nothing, takes copies. */
    public ProducerAccount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(current, "current");
        units = List.copyOf(units);
        types = List.copyOf(types);
        // records from before there were any name none
        sources = List.copyOf(Objects.requireNonNullElse(sources, List.of()));
        if (units.isEmpty() || eventsPerSecond < 1) {
            throw new IllegalArgumentException("a producer sends at least one event a second of at least one unit");
        }
        if (sources.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("every source begins with nothing: list none where any will do");
        }
    }

    /** Reads what {@link #toJson} wrote. */
    public static ProducerAccount fromJson(byte[] json) {
        return JSON.read(json);
    }

    /** Version of the JSON form that is written. */
    @JsonProperty("v")
    public int v() {
        return VERSION;
    }

    /** Whether an event may come from it; for a revoked one none may. */
    public boolean maySend(UnitId unit, EventType type, UnitParents tree) {
        return !revoked && isFor(type) && scope().covers(unit, tree);
    }

    /** The units of which it may send events. */
    public UnitScope scope() {
        return new UnitScope(false, Set.copyOf(units));
    }

    /** Whether it may send events of a type. */
    public boolean isFor(EventType type) {
        return types.isEmpty() || types.contains(type.shortName());
    }

    /** Whether it may send events as a source. */
    public boolean isFor(String source) {
        return sources.isEmpty() || sources.stream().anyMatch(source::startsWith);
    }

    /** With a new key; the one until now stays good, the one before it does not. */
    public ProducerAccount rotated(SecretHash next) {
        return new ProducerAccount(id, units, types, sources, eventsPerSecond, next, current, revoked);
    }

    /** With the current key alone. */
    public ProducerAccount withoutPrevious() {
        return new ProducerAccount(id, units, types, sources, eventsPerSecond, current, null, revoked);
    }

    /** Without a key that is good. The hashes stay, so that whoever comes with one of them is told why. */
    public ProducerAccount revokedForGood() {
        return new ProducerAccount(id, units, types, sources, eventsPerSecond, current, previous, true);
    }

    /** Its one or two keys, good ones unless it is revoked. */
    public Stream<SecretHash> keys() {
        return Stream.concat(Stream.of(current), Stream.ofNullable(previous));
    }

    /** As whom it asks. */
    public Identity identity() {
        return Identity.producer(id.value());
    }

    @Override
    public RecordKey key() {
        return RecordKey.producer(id);
    }

    @Override
    public byte[] toJson() {
        return JSON.write(this);
    }

    @Override
    public SortedMap<String, Object> openly() {
        SortedMap<String, Object> told = new TreeMap<>();
        told.put("units", units.stream().map(UnitId::value).toList());
        told.put("types", types);
        if (!sources.isEmpty()) {
            told.put("sources", sources);
        }
        told.put("eventsPerSecond", eventsPerSecond);
        told.put("keys", (int) keys().count());
        told.put("revoked", revoked);
        return told;
    }
}
