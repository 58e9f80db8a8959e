package id.tepati.contract.event;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the catalogue knows. Asked with the time of the record, so that a rebuild gets the same answers. */
public interface Register {
    /** Knows every unit and service; days are those of UTC. For checks that leave the catalogue to somebody else. */
    Register ALL_KNOWN = new Register() {
        @Override
        public boolean knowsUnit(UnitId unit, Instant at) {
            return true;
        }

        @Override
        public LocalDate serviceDay(UnitId unit, Instant time, Instant at) {
            return LocalDate.ofInstant(time, ZoneOffset.UTC);
        }

        @Override
        public boolean knowsService(ServiceId service, Instant at) {
            return true;
        }
    };

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
