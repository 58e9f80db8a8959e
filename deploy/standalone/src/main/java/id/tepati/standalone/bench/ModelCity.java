package id.tepati.standalone.bench;

import id.tepati.contract.catalogue.CatalogueDiff;
import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.Draft;
import id.tepati.contract.catalogue.draft.CatalogueFolder;
import id.tepati.contract.catalogue.draft.CatalogueReading;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.CaseId;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An invented city, or province: so many equal units below one, each with the same services, every one of which promises
 * to decide within so many minutes.
 *
 * @param units below the one at the top, which only gathers them
 */
record ModelCity(int units, int services, int minutes) {
    /** The unit that gathers all others. */
    static final String TOP = "kota";

    UnitId unit(int number) {
        return new UnitId("unit-" + number);
    }

    ServiceId service(int number) {
        return new ServiceId("layanan-" + number);
    }

    /** The unit of a file, by its number. */
    UnitId unitOf(int number) {
        return unit(number % units);
    }

    /** The service of a file: all of a unit come in turn. */
    ServiceId serviceOf(int number) {
        return service(number / units % services);
    }

    /** The id of a file. */
    static CaseId caseId(int number) {
        return new CaseId("UJI-" + number);
    }

    /** The event that opens a file. */
    OutgoingEvent acceptance(int number, Instant at) {
        Map<String, Object> data = Map.of(
                "unit", unitOf(number).value(),
                "service", serviceOf(number).value(),
                "case", caseId(number).value());
        return new OutgoingEvent(EventType.APPLICATION_ACCEPTED, "terima-" + number, "urn:uji:loket", at, null, data);
    }

    /** As a file of a catalogue. */
    String yaml() {
        return """
                calendars:
                  - {id: buka-24-jam, alwaysOpen: true}
                services:
                """ + each(services, "  - {id: layanan-#, name: Layanan #}\n") + "standards:\n"
                + each(services, """
                  - type: uji
                    service: layanan-#
                    sk: SK UJI
                    promises:
                      - {clock: completion, within: MINUTES office-minutes, target: 95%}
                """.replace("MINUTES", Integer.toString(minutes))) + """
                units:
                  - {id: kota, name: Kota uji, type: kota, zone: Asia/Jakarta, calendar: buka-24-jam}
                """ + each(units, """
                  - {id: unit-#, name: Unit #, type: uji, parent: kota, zone: Asia/Jakarta, calendar: buka-24-jam}
                """);
    }

    private static String each(int count, String lines) {
        return IntStream.range(0, count)
                .mapToObj(number -> lines.replace("#", Integer.toString(number)))
                .collect(Collectors.joining());
    }

    /** As it is judged by. */
    Catalogue catalogue() {
        return new CatalogueSnapshot(entries(Instant.EPOCH), 1).catalogue();
    }

    /** As entries that nothing was published before, known from an instant on. */
    List<CatalogueEntry> entries(Instant knownFrom) {
        return CatalogueDiff.between(List.of(), draft()).publish(knownFrom);
    }

    private Draft draft() {
        TreeMap<String, String> files = new TreeMap<>(Map.of("bench.yaml", yaml()));
        CatalogueReading reading = CatalogueFolder.read(files, CatalogueSnapshot.EMPTY, Instant.EPOCH);
        if (reading instanceof CatalogueReading.Accepted accepted) {
            return accepted.draft();
        }
        throw new IllegalStateException("The catalogue of the benchmark cannot be read: " + reading);
    }
}
