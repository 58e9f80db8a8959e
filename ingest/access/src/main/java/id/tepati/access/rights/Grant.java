package id.tepati.access.rights;

import id.tepati.rules.UnitId;
import id.tepati.rules.WireName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role for a unit and all below it. Written {@code unit-head:kel-melati}, or {@code operator} for everywhere.
 *
 * @param unit root of the subtree; null for everywhere
 */
public record Grant(UserRole role, @Nullable UnitId unit) {
    private static final char BETWEEN = ':';

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException where there is no such role, or the rest is no id of a unit
     */
    public static Grant parse(String text) {
        int colon = text.indexOf(BETWEEN);
        String role = colon < 0 ? text : text.substring(0, colon);
        return new Grant(
                WireName.parse(UserRole.class, role), colon < 0 ? null : new UnitId(text.substring(colon + 1)));
    }

    /** The root of its subtree; empty for everywhere. */
    public Optional<UnitId> root() {
        return Optional.ofNullable(unit);
    }

    UnitScope scope(Permission permission) {
        return switch (permission.of(role)) {
            case NOTHING -> UnitScope.NOTHING;
            case EVERYWHERE -> UnitScope.EVERYWHERE;
            case SUBTREE -> inSubtree(permission);
        };
    }

    private UnitScope inSubtree(Permission permission) {
        if (unit == null) {
            return UnitScope.EVERYWHERE;
        }
        return permission.isAboutUnits() ? UnitScope.subtree(unit) : UnitScope.NOTHING;
    }

    @Override
    public String toString() {
        return unit == null ? role.wireName() : role.wireName() + BETWEEN + unit;
    }
}
