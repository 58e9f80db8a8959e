package id.tepati.contract.event;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

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

    /** Why an event of a unit that is not known is refused. */
    default RejectCode whyUnknown(UnitId unit) {
        return RejectCode.UNKNOWN_UNIT;
    }

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

    /** The unit that was probably meant by one that is not known; empty where none is near, or nobody looks for it. */
    default Optional<String> unitNear(UnitId unknown) {
        return Optional.empty();
    }

    /** The service that was probably meant by one that is not known; empty where none is near, or nobody looks for it. */
    default Optional<String> serviceNear(ServiceId unknown) {
        return Optional.empty();
    }
}
