package id.tepati.access.rights;

import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.Unit;
import java.util.Optional;

/** The tree of units, as far as rights need it. */
@FunctionalInterface
public interface UnitParents {
    /** The unit above one; empty at a root, and for a unit that nobody knows. */
    Optional<UnitId> of(UnitId unit);

    /** As a catalogue has it by the newest versions. */
    static UnitParents in(Catalogue catalogue) {
        return unit -> catalogue.unit(unit).map(Unit::parent);
    }
}
