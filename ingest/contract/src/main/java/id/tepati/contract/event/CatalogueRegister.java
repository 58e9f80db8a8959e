package id.tepati.contract.event;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import java.time.Instant;
import java.time.LocalDate;

/** The register that a catalogue is. Thread-safe. */
public record CatalogueRegister(Catalogue catalogue) implements Register {
    @Override
    public boolean knowsUnit(UnitId unit, Instant at) {
        return catalogue.knowsUnit(unit, at);
    }

    @Override
    public LocalDate serviceDay(UnitId unit, Instant time, Instant at) {
        return catalogue.serviceDay(unit, time, at);
    }

    @Override
    public boolean knowsService(ServiceId service, Instant at) {
        return catalogue.knowsService(service, at);
    }
}
