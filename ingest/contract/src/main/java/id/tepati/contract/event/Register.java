package id.tepati.contract.event;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import java.time.Instant;

/** What the catalogue knows. Asked with the time of the record, so that a rebuild gets the same answers. */
public interface Register {
    /** Whether the unit had been published at that instant. */
    boolean knowsUnit(UnitId unit, Instant at);

    /** Whether the service had been published at that instant. */
    boolean knowsService(ServiceId service, Instant at);
}
