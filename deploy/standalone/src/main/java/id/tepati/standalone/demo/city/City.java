package id.tepati.standalone.demo.city;

import id.tepati.rules.ServiceId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;

/**
 * The invented Kota Tirtamaya with its good and bad offices. Immutable and thread-safe.
 *
 * @param seed decides who is good and bad, and all chance
 * @param files the catalogue as YAML by name of the file
 * @param silentFrom when the silent office falls silent
 */
public record City(
        long seed, SortedMap<String, String> files, Catalogue catalogue, List<Office> offices, Instant silentFrom) {
    /** Id of the unit above all others. */
    public static final String ROOT = "kota-tirtamaya";

    /** Its local time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final int SILENT_BEFORE_DAYS = 2;
    private static final int SILENT_AT_HOUR = 10;

    /** Takes a copy of the offices. */
    public City {
        offices = List.copyOf(offices);
    }

    /**
     * Invents the city.
     *
     * @param founded the local date on which the demo began; shortly before, an office fell silent
     */
    public static City invent(long seed, LocalDate founded) {
        SortedMap<String, String> files = CityFiles.texts();
        Catalogue catalogue = CityFiles.catalogue(files);
        Instant silentFrom = founded.minusDays(SILENT_BEFORE_DAYS)
                .atTime(SILENT_AT_HOUR, 0)
                .atZone(ZONE)
                .toInstant();
        return new City(seed, files, catalogue, new OfficeQualities(seed).of(catalogue.units()), silentFrom);
    }

    /** What governs a service of an office at an instant. */
    Terms terms(Office office, ServiceId service, Instant at) {
        return catalogue.history(office.unit().id(), service).at(at).inForceAt(at);
    }
}
