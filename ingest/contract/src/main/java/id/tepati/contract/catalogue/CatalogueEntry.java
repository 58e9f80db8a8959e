package id.tepati.contract.catalogue;

import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Unit;
import java.time.Instant;
import java.time.LocalDate;

/** One version of one catalogue entry: what one record of the catalogue topic holds. Immutable. */
public sealed interface CatalogueEntry {
    /** What it describes. */
    EntryKind kind();

    /** Its id, unique within the kind; for standards the id of the scope. */
    String id();

    /** The version with what it says; in a draft {@link Published#UNPUBLISHED}. */
    Published<?> published();

    /** The same content as another version, known from another instant. */
    CatalogueEntry as(int version, Instant knownFrom);

    /** Asks the visitor about the kind of entry that this is. */
    <R> R accept(Visitor<R> visitor);

    /** What is to be made of each kind of entry. */
    interface Visitor<R> {
        /** For {@link OfCalendar}. */
        R calendar(Published<Calendar> calendar);

        /** For {@link OfUnit}. */
        R unit(Published<Unit> unit);

        /** For {@link OfService}. */
        R service(Published<Service> service);

        /** For {@link OfStandard}. */
        R standard(Published<Standard> standard);
    }

    /** Counts the published versions of this kind and id from 1. */
    default int version() {
        return published().version();
    }

    /** First local day that it governs; {@link LocalDate#MIN} means since ever. */
    default LocalDate effectiveFrom() {
        return published().effectiveFrom();
    }

    /** When it was published; {@link Instant#MIN} in a draft. */
    default Instant knownFrom() {
        return published().knownFrom();
    }

    /** Its key on the catalogue topic, different for every version so that none is ever compacted away. */
    default String key() {
        return kind().id() + "/" + id() + "/" + version();
    }

    /** Whether both say the same from the same day on, whatever their version and publication. */
    default boolean saysTheSameAs(CatalogueEntry other) {
        return as(Published.UNPUBLISHED, Instant.MIN).equals(other.as(Published.UNPUBLISHED, Instant.MIN));
    }

    /** When offices are open. */
    record OfCalendar(Published<Calendar> published) implements CatalogueEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.CALENDAR;
        }

        @Override
        public String id() {
            return published.content().id().value();
        }

        @Override
        public CatalogueEntry as(int version, Instant knownFrom) {
            return new OfCalendar(published.as(version, knownFrom));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.calendar(published);
        }
    }

    /** Who serves. */
    record OfUnit(Published<Unit> published) implements CatalogueEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.UNIT;
        }

        @Override
        public String id() {
            return published.content().id().value();
        }

        @Override
        public CatalogueEntry as(int version, Instant knownFrom) {
            return new OfUnit(published.as(version, knownFrom));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unit(published);
        }
    }

    /** What is served. */
    record OfService(Published<Service> published) implements CatalogueEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.SERVICE;
        }

        @Override
        public String id() {
            return published.content().id().value();
        }

        @Override
        public CatalogueEntry as(int version, Instant knownFrom) {
            return new OfService(published.as(version, knownFrom));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.service(published);
        }
    }

    /** What was promised. */
    record OfStandard(Published<Standard> published) implements CatalogueEntry {
        @Override
        public EntryKind kind() {
            return EntryKind.STANDARD;
        }

        @Override
        public String id() {
            return published.content().scope().id();
        }

        @Override
        public CatalogueEntry as(int version, Instant knownFrom) {
            return new OfStandard(published.as(version, knownFrom));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.standard(published);
        }
    }
}
