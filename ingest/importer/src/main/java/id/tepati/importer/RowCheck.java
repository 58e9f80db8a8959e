package id.tepati.importer;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.Register;
import id.tepati.contract.event.Rejection;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Asks the checks of the contract about the events of a row before any of them is sent. Every unit and service counts
 * as known: that they are published only the server can tell.
 */
final class RowCheck {
    private final EventReader reader = new EventReader();
    private final String source;
    private final Register register;
    private final Instant receivedAt;

    /**
     * Checks for a mapping's source.
     *
     * @param receivedAt when the events are received, which may not be long before they happen
     */
    RowCheck(Mapping mapping, Instant receivedAt) {
        this.source = mapping.source();
        this.register = new EveryUnit(mapping.zone());
        this.receivedAt = receivedAt;
    }

    /** When the events are received. */
    Instant receivedAt() {
        return receivedAt;
    }

    /** Refuses the row at the first of its events that the gateway would refuse. */
    void require(List<ImportEvent> events) throws RowRefused {
        for (ImportEvent event : events) {
            byte[] json = EventJson.write(source, event);
            if (reader.read(json, register, receivedAt) instanceof Checked.Rejected rejected) {
                throw refusal(event, rejected.rejection());
            }
        }
    }

    private static RowRefused refusal(ImportEvent event, Rejection rejection) {
        return new RowRefused(
                rejection.code().wireName(),
                "the gateway would refuse its " + event.type().shortName() + " at " + rejection.pointer(),
                rejection.cure());
    }

    /** Units whose days are those of the mapping's zone. */
    private record EveryUnit(ZoneId zone) implements Register {
        @Override
        public boolean knowsUnit(UnitId unit, Instant at) {
            return true;
        }

        @Override
        public LocalDate serviceDay(UnitId unit, Instant time, Instant at) {
            return LocalDate.ofInstant(time, zone);
        }

        @Override
        public boolean knowsService(ServiceId service, Instant at) {
            return true;
        }
    }
}
