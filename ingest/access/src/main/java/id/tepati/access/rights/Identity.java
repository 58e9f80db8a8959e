package id.tepati.access.rights;

import id.tepati.rules.UnitId;
import java.util.List;

/**
 * Who asks, and what they may. Immutable.
 *
 * @param name as the change log tells it
 * @param grants several roles, each for its subtree: what one of them allows is allowed
 */
public record Identity(String name, Kind kind, List<Grant> grants) {
    /** What sort of somebody that is. */
    public enum Kind {
        /** A person who signed in. */
        PERSON,
        /** A machine that reads, by a token. */
        TOKEN,
        /** A machine that sends events, by its key; that key says what it may send, and it may nothing else. */
        PRODUCER,
        /** Whoever reaches a server on this machine while nobody is configured: everything is open. */
        NOBODY_CONFIGURED
    }

    /** Somebody while nobody is configured. */
    public static final Identity OPEN = new Identity("open", Kind.NOBODY_CONFIGURED, List.of());

    /** Takes a copy. */
    public Identity {
        grants = List.copyOf(grants);
    }

    /** A machine that sends events. */
    public static Identity producer(String name) {
        return new Identity(name, Kind.PRODUCER, List.of());
    }

    /** Of which units the permission is had. For one that is not about units that is everywhere or nothing. */
    public UnitScope scope(Permission permission) {
        if (kind == Kind.NOBODY_CONFIGURED) {
            return UnitScope.EVERYWHERE;
        }
        return grants.stream().map(grant -> grant.scope(permission)).reduce(UnitScope.NOTHING, UnitScope::and);
    }

    /** Whether the permission is had at all: for one about units that is of some, and {@link #scope} tells which. */
    public boolean may(Permission permission) {
        return !scope(permission).isNothing();
    }

    /** Whether the permission is had of a unit. */
    public boolean may(Permission permission, UnitId unit, UnitParents tree) {
        return scope(permission).covers(unit, tree);
    }
}
