package id.tepati.access.rights;

import id.tepati.rules.UnitId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Of which units somebody has a permission.
 *
 * @param isEverywhere of all, also of what belongs to no unit that is known
 * @param roots else of these and all below them; none where the permission is not had at all
 */
public record UnitScope(boolean isEverywhere, Set<UnitId> roots) {
    /** All of them. */
    public static final UnitScope EVERYWHERE = new UnitScope(true, Set.of());
    /** None. */
    public static final UnitScope NOTHING = new UnitScope(false, Set.of());

    /** Takes a copy; who has all has no roots besides. */
    public UnitScope {
        roots = isEverywhere ? Set.of() : Set.copyOf(roots);
    }

    static UnitScope subtree(UnitId root) {
        return new UnitScope(false, Set.of(root));
    }

    /** Those of either. */
    public UnitScope and(UnitScope other) {
        Set<UnitId> all = new HashSet<>(roots);
        all.addAll(other.roots);
        return new UnitScope(isEverywhere || other.isEverywhere, all);
    }

    /** Whether it is no unit at all. */
    public boolean isNothing() {
        return !isEverywhere && roots.isEmpty();
    }

    /** Whether a unit is in it. */
    public boolean covers(UnitId unit, UnitParents tree) {
        if (isEverywhere) {
            return true;
        }
        Set<UnitId> passed = new HashSet<>();
        Optional<UnitId> above = Optional.of(unit);
        // a tree that bites its tail has no way up: whoever was passed before covers nothing more
        while (above.isPresent() && passed.add(above.get())) {
            if (roots.contains(above.get())) {
                return true;
            }
            above = tree.of(above.get());
        }
        return false;
    }
}
