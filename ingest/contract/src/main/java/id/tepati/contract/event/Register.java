package id.tepati.contract.event;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;

/** What the catalogue knows. Asked with the time of the record, so that a rebuild gets the same answers. */
public interface Register {
    /** Whether the unit had been published at that instant. */
    boolean knowsUnit(UnitId unit, Instant at);

    /**
     * The service day of a published unit that an instant belongs to.
     *
     * @param time when it happened
     * @param at what was known by then
     */
    LocalDate serviceDay(UnitId unit, Instant time, Instant at);

    /** Whether the service had been published at that instant. */
    boolean knowsService(ServiceId service, Instant at);
}
