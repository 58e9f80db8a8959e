package id.tepati.contract.catalogue.draft;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.catalogue.Draft;
import id.tepati.contract.yaml.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes catalogue folders for tests and reads them back. */
final class Folder {
    static final String CALENDARS = """
            calendars:
              - {id: kantor, officialUntil: 2026-12-31, week: {senin-jumat: "08:00-16:00"}}
              - {id: buka-24-jam, alwaysOpen: true}
            """;
    static final String UNITS = """
            units:
              - {id: kota, name: Kota, type: kota, zone: Asia/Jakarta, calendar: kantor}
              - {id: kel-melati, name: Melati, type: kelurahan, parent: kota, zone: Asia/Jakarta, calendar: kantor}
            """;
    static final String SERVICES = """
            services:
              - {id: ktp-el, name: KTP-el}
            """;

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    Folder with(String file, String text) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.writeString(path.resolve(file), text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A folder in which only the given file is of interest. */
    Folder withTheRest() {
        return with("z/calendars.yaml", CALENDARS).with("z/units.yaml", UNITS).with("z/services.yml", SERVICES);
    }

    Draft draft() {
        CatalogueReading reading = CatalogueFolder.read(path);
        assertThat(reading).isInstanceOf(CatalogueReading.Accepted.class);
        return ((CatalogueReading.Accepted) reading).draft();
    }

    List<FileProblem> problems() {
        CatalogueReading reading = CatalogueFolder.read(path);
        return reading instanceof CatalogueReading.Refused refused ? refused.problems() : List.of();
    }
}
