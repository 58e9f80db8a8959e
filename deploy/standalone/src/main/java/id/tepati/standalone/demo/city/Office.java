package id.tepati.standalone.demo.city;

import id.tepati.rules.catalogue.Unit;

/**
 * A unit of the city, and whether it is a good, a fair or a poor office.
 *
 * @param size how much it has to do: 1 as much as is usual for its type
 */
public record Office(Unit unit, OfficeQuality quality, OfficeConnection connection, double size) {
    /** Its id. */
    public String id() {
        return unit.id().value();
    }
}
