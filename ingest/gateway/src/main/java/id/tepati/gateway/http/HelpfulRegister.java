package id.tepati.gateway.http;

import id.tepati.contract.event.CatalogueRegister;
import id.tepati.contract.event.Register;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.text.Nearest;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The register for one request: it names what was probably meant, but only for the first few unknown ids, since each
 * is compared with the whole catalogue, which may take milliseconds. Not thread-safe.
 */
final class HelpfulRegister implements Register {
    private static final int LOOKED_FOR_AT_MOST = 10;

    private final CatalogueRegister register;
    private final Predicate<UnitId> units;
    private int lookedFor;

    /**
     * Answers as the register does, and looks for what is near in its catalogue.
     *
     * @param units those of which the sender may send events; the others are to it as if they had never been published
     */
    HelpfulRegister(CatalogueRegister register, Predicate<UnitId> units) {
        this.register = register;
        this.units = units;
    }

    @Override
    public boolean knowsUnit(UnitId unit, Instant at) {
        return units.test(unit) && register.knowsUnit(unit, at);
    }

    /** Of the others it tells nothing, not even whether they are published. */
    @Override
    public RejectCode whyUnknown(UnitId unit) {
        return units.test(unit) ? RejectCode.UNKNOWN_UNIT : RejectCode.NOT_THIS_PRODUCER;
    }

    @Override
    public LocalDate serviceDay(UnitId unit, Instant time, Instant at) {
        return register.serviceDay(unit, time, at);
    }

    @Override
    public boolean knowsService(ServiceId service, Instant at) {
        return register.knowsService(service, at);
    }

    @Override
    public Optional<String> unitNear(UnitId unknown) {
        return near(
                unknown.value(),
                () -> register.catalogue().units().stream()
                        .map(Unit::id)
                        .filter(units)
                        .map(UnitId::value)
                        .toList());
    }

    @Override
    public Optional<String> serviceNear(ServiceId unknown) {
        return near(
                unknown.value(),
                () -> register.catalogue().services().stream()
                        .map(service -> service.id().value())
                        .toList());
    }

    /** An id that was published a moment ago is not known yet, and no help to its sender. */
    private Optional<String> near(String unknown, Supplier<Collection<String>> known) {
        return lookedFor++ < LOOKED_FOR_AT_MOST
                ? Nearest.among(unknown, known.get()).filter(id -> !id.equals(unknown))
                : Optional.empty();
    }
}
