package id.tepati.access.http;

import id.tepati.access.rights.Identity;
import id.tepati.access.rights.Permission;
import id.tepati.access.rights.UnitScope;
import io.javalin.security.RouteRole;
import java.util.List;

/**
 * What a route asks of whoever comes. Every route has one; {@link Gate} lets nobody through to a route without. Immutable.
 */
public final class RouteRule implements RouteRole {
    /** Answers everybody: it tells nothing of any unit. */
    public static final RouteRule ANYONE = new RouteRule(Asked.NOTHING, List.of());

    /** Takes events, and so asks for the key of a producer. */
    public static final RouteRule PRODUCER = new RouteRule(Asked.KEY, List.of());

    private final Asked asked;
    private final List<Permission> permissions;

    private enum Asked {
        NOTHING,
        KEY,
        KEY_OR_PERMISSION,
        PERMISSION,
        PERMISSION_EVERYWHERE
    }

    private RouteRule(Asked asked, List<Permission> permissions) {
        this.asked = asked;
        this.permissions = permissions;
    }

    /** Answers whoever has one of these permissions, about the units for which they have it. */
    public static RouteRule needs(Permission... permissions) {
        return new RouteRule(Asked.PERMISSION, List.of(permissions));
    }

    /** Answers whoever has a permission for all units. */
    public static RouteRule needsEverywhere(Permission permission) {
        return new RouteRule(Asked.PERMISSION_EVERYWHERE, List.of(permission));
    }

    /**
     * Answers a producer by its key about itself, and whoever has a permission for all units. What a producer asks about
     * another one the route answers like what does not exist: the gate does not know whom it is asked about.
     */
    public static RouteRule ownKeyOr(Permission permission) {
        return new RouteRule(Asked.KEY_OR_PERMISSION, List.of(permission));
    }

    boolean isForAnyone() {
        return asked == Asked.NOTHING;
    }

    boolean isForProducers() {
        return asked == Asked.KEY;
    }

    boolean takesOwnKey() {
        return asked == Asked.KEY_OR_PERMISSION;
    }

    /** The units about which somebody is answered. */
    public UnitScope scope(Identity identity) {
        UnitScope scope = permissions.stream().map(identity::scope).reduce(UnitScope.NOTHING, UnitScope::and);
        boolean tooLittle = (asked == Asked.PERMISSION_EVERYWHERE || takesOwnKey()) && !scope.isEverywhere();
        return isForAnyone() || tooLittle ? UnitScope.NOTHING : scope;
    }

    @Override
    public String toString() {
        return asked + permissions.toString();
    }
}
