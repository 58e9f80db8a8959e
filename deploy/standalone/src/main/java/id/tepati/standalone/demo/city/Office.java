package id.tepati.standalone.demo.city;

import id.tepati.rules.catalogue.UnitVersion;

/**
 * A unit of the city and its character.
 *
 * @param size how much it has to do: 1 as much as is usual for its type
 */
public record Office(UnitVersion unit, OfficeQuality temper, Link link, double size) {
    /** Its id. */
    public String id() {
        return unit.id().value();
    }
}
