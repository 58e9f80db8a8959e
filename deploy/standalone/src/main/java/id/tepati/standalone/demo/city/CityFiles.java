package id.tepati.standalone.demo.city;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.draft.CatalogueFolder;
import id.tepati.contract.catalogue.draft.CatalogueReading;
import id.tepati.rules.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The catalogue of the city as files of the jar. */
final class CityFiles {
    private static final List<String> NAMES =
            List.of("calendars.yaml", "units.yaml", "services.yaml", "standards.yaml");

    private CityFiles() {}

    /** The text of every file by name, as the gateway publishes them. */
    static SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        NAMES.forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    /** What the files say, as the rules ask for it. */
    static Catalogue catalogue(SortedMap<String, String> texts) {
        CatalogueReading reading = CatalogueFolder.read(texts, CatalogueSnapshot.EMPTY, Instant.EPOCH);
        if (reading instanceof CatalogueReading.Accepted accepted) {
            return new CatalogueSnapshot(accepted.draft().entries(), 1).catalogue();
        }
        throw new IllegalStateException("the catalogue of the city has problems: " + reading);
    }

    private static String text(String name) {
        try (InputStream packed = CityFiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(packed, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of the jar cannot be read", e);
        }
    }
}
