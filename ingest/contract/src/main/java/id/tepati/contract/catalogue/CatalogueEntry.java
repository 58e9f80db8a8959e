package id.tepati.contract.catalogue;

import id.tepati.rules.calendar.CalendarVersion;
import id.tepati.rules.catalogue.ServiceVersion;
import id.tepati.rules.catalogue.StandardVersion;
import id.tepati.rules.catalogue.UnitVersion;
import java.time.Instant;
import java.time.LocalDate;

/** One version of one catalogue entry: what one record of the catalogue topic holds. Immutable. */
public sealed interface CatalogueEntry {
    /** Version number of an entry that was read from YAML and is not published yet. */
    int UNPUBLISHED = 0;

    /** What it describes. */
    EntryKind kind();

    /** Its id, unique within the kind; for standards the id of the scope. */
    String id();

    /** Counts the published versions of this kind and id from 1; {@link #UNPUBLISHED} in a draft. */
    int version();

    /** First local day that it governs; {@link LocalDate#MIN} means since ever. */
    LocalDate effectiveFrom();

    /** When it was published; {@link Instant#MIN} in a draft. */
    Instant knownFrom();

    /** The same content as another version, known from another instant. */
    CatalogueEntry as(int version, Instant knownFrom);

    /** Its key on the catalogue topic, different for every version so that none is ever compacted away. */
    default String key() {
        return kind().id() + "/" + id() + "/" + version();
    }

    /** Whether both say the same from the same day on, whatever their version and publication. */
    default boolean saysTheSameAs(CatalogueEntry other) {
        return as(UNPUBLISHED, Instant.MIN).equals(other.as(UNPUBLISHED, Instant.MIN));
    }

    /** When offices are open. */
    record OfCalendar(CalendarVersion calendar) implements CatalogueEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.CALENDAR;
        }

        @Override
        public String id() {
            return calendar.id().value();
        }

        @Override
        public int version() {
            return calendar.version();
        }

        @Override
        public LocalDate effectiveFrom() {
            return calendar.effectiveFrom();
        }

        @Override
        public Instant knownFrom() {
            return calendar.knownFrom();
        }

        @Override
        public CatalogueEntry as(int version, Instant knownFrom) {
            CalendarVersion it = calendar;
            return new OfCalendar(new CalendarVersion(
                    it.id(),
                    version,
                    it.effectiveFrom(),
                    knownFrom,
                    it.alwaysOpen(),
                    it.week(),
                    it.seasons(),
                    it.days(),
                    it.officialUntil(),
                    it.provisionalUntil()));
        }
    }

    /** Who serves. */
    record OfUnit(UnitVersion unit) implements CatalogueEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.UNIT;
        }

        @Override
        public String id() {
            return unit.id().value();
        }

        @Override
        public int version() {
            return unit.version();
        }

        @Override
        public LocalDate effectiveFrom() {
            return unit.effectiveFrom();
        }

        @Override
        public Instant knownFrom() {
            return unit.knownFrom();
        }

        @Override
        public CatalogueEntry as(int version, Instant knownFrom) {
            UnitVersion it = unit;
            return new OfUnit(new UnitVersion(
                    it.id(),
                    version,
                    it.effectiveFrom(),
                    knownFrom,
                    it.name(),
                    it.type(),
                    it.parent(),
                    it.zone(),
                    it.calendar(),
                    it.dayStart()));
        }
    }

    /** What is served. */
    record OfService(ServiceVersion service) implements CatalogueEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.SERVICE;
        }

        @Override
        public String id() {
            return service.id().value();
        }

        @Override
        public int version() {
            return service.version();
        }

        @Override
        public LocalDate effectiveFrom() {
            return service.effectiveFrom();
        }

        @Override
        public Instant knownFrom() {
            return service.knownFrom();
        }

        @Override
        public CatalogueEntry as(int version, Instant knownFrom) {
            ServiceVersion it = service;
            return new OfService(new ServiceVersion(
                    it.id(), version, it.effectiveFrom(), knownFrom, it.name(), it.calendar(), it.stages()));
        }
    }

    /** What was promised. */
    record OfStandard(StandardVersion standard) implements CatalogueEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.STANDARD;
        }

        @Override
        public String id() {
            return standard.scope().id();
        }

        @Override
        public int version() {
            return standard.version();
        }

        @Override
        public LocalDate effectiveFrom() {
            return standard.effectiveFrom();
        }

        @Override
        public Instant knownFrom() {
            return standard.knownFrom();
        }

        @Override
        public CatalogueEntry as(int version, Instant knownFrom) {
            StandardVersion it = standard;
            return new OfStandard(new StandardVersion(
                    it.scope(), version, it.effectiveFrom(), knownFrom, it.sk(), it.promises(), it.components()));
        }
    }
}
