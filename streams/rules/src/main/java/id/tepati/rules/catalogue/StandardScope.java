package id.tepati.rules.catalogue;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a standard binds: one unit, all units of a type, or all; for one service or all. At most one of unit and type
 * is given.
 *
 * @param unit one unit, or null
 * @param unitType all units of this type, or null
 * @param service one service, or null for all
 */
public record StandardScope(
        @Nullable UnitId unit,
        @Nullable String unitType,
        @Nullable ServiceId service) implements Comparable<StandardScope> {
    /** Refuses a scope that names a unit and a type. */
    public StandardScope {
        if (unit != null && unitType != null) {
            throw new IllegalArgumentException("a standard is for a unit or for a type of unit, not for both");
        }
    }

    /** Whether it binds the given unit, of the given type, for the given service. */
    public boolean covers(UnitId aUnit, String aType, ServiceId aService) {
        return (unit == null || unit.equals(aUnit))
                && (unitType == null || unitType.equals(aType))
                && (service == null || service.equals(aService));
    }

    /** Whether it may bind the given unit, whatever its type, for the given service. */
    public boolean mayCover(UnitId aUnit, ServiceId aService) {
        return (unit == null || unit.equals(aUnit)) && (service == null || service.equals(aService));
    }

    /**
     * 0 for the most specific: unit and service, type and service, unit, type, service, everything. The most
     * specific standard in force wins as a whole.
     */
    public int rank() {
        if (service != null) {
            return unit != null ? 0 : unitType != null ? 1 : 4;
        }
        return unit != null ? 2 : unitType != null ? 3 : 5;
    }

    /** The id of the standards with this scope, for instance {@code unit:kel-melati/ktp-el} or {@code type:opd/*}. */
    public String id() {
        String whom = unit != null ? "unit:" + unit : unitType != null ? "type:" + unitType : "*";
        return whom + "/" + (service != null ? service.value() : "*");
    }

    @Override
    public int compareTo(StandardScope other) {
        return id().compareTo(other.id());
    }
}
