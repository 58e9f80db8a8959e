package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.contract.catalogue.draft.CatalogueFolder;
import id.tepati.contract.catalogue.draft.CatalogueReading;
import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.Register;
import id.tepati.rules.event.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mappings shipped as examples, their events judged in the plainest way: closed not after promised is on time. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../../deploy/examples");

    @TempDir
    private Path folder;

    /** Knows every unit and service: that they are published is the catalogue's matter. */
    private record Figures(long onTime, long late, long noPromise) {}

    private static Path shared(String name) {
        String folder = System.getProperty("tepati.shared", "../../../shared");
        Path file = Path.of(folder, "data", name);
        Assumptions.assumeTrue(Files.exists(file), "real data is not beside the checkout: " + name);
        return file;
    }

    private static Reading read(String example, Path file) {
        return Reading.of(MappingReader.read(EXAMPLES.resolve(example).resolve("mapping.yaml")), file);
    }

    private static Figures judge(Reading reading, ZoneId zone, Predicate<String> unit) {
        Map<String, Instant> ends = new HashMap<>();
        reading.events().stream()
                .filter(event -> !event.type().opens())
                .forEach(event -> ends.put(event.caseId(), event.time()));
        long onTime = 0;
        long late = 0;
        long noPromise = 0;
        for (ImportEvent event : reading.events()) {
            if (!event.type().opens() || !unit.test(event.unit().value())) {
                continue;
            }
            JsonNode promised = event.data().get(Field.PROMISED_AT);
            Instant end = ends.get(event.caseId());
            if (promised == null) {
                noPromise++;
            } else if (end != null && !end.isAfter(instant(promised.asText(), zone))) {
                onTime++;
            } else {
                late++;
            }
        }
        return new Figures(onTime, late, noPromise);
    }

    private static Instant instant(String text, ZoneId zone) {
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What an example yields must pass the checks of the contract: its catalogue as a whole, and every event. */
    private void assertAccepted(String example, Reading reading) throws IOException {
        Mapping mapping = MappingReader.read(EXAMPLES.resolve(example).resolve("mapping.yaml"));
        Files.writeString(
                folder.resolve("derived.yaml"), new CatalogueDraft(mapping, reading.unitsAndServices()).yaml());
        assertThat(CatalogueFolder.read(folder)).isInstanceOf(CatalogueReading.Accepted.class);
        Instant received = Instant.parse("2026-11-21T00:00:00Z");
        EventReader reader = new EventReader();
        assertThat(reading.events())
                .allSatisfy(event -> assertThat(
                                reader.read(EventJson.write(mapping.source(), event), Register.ALL_KNOWN, received))
                        .isInstanceOf(Checked.Accepted.class));
    }

    @Test
    void boston() throws IOException {
        Reading reading = read("boston311", shared("boston311-2015-01/boston311_2015-01.csv.gz"));
        ZoneId zone = ZoneId.of("America/New_York");

        assertThat(reading.bad()).isEmpty();
        assertThat(reading.events()).hasSize(7528 + 6078);
        assertAccepted("boston311", reading);
        assertThat(judge(reading, zone, unit -> true)).isEqualTo(new Figures(3261, 2205, 2062));
        assertThat(judge(reading, zone, unit -> unit.startsWith("boston.public-works-department")))
                .isEqualTo(new Figures(1560, 635, 1086));
        assertThat(reading.summary().collisions()).isEmpty();
    }

    @Test
    void wabo() throws IOException {
        Reading reading = read("wabo", shared("wabo-receipt/receipt.csv"));

        assertThat(reading.bad()).isEmpty();
        assertThat(reading.summary().rows()).isEqualTo(8577);
        assertThat(reading.events()).hasSize(1434 + 1329);
        assertAccepted("wabo", reading);
        assertThat(judge(reading, ZoneId.of("Europe/Amsterdam"), unit -> true)).isEqualTo(new Figures(952, 482, 0));
    }

    @Test
    void sample() throws IOException {
        Reading reading = read("sample", EXAMPLES.resolve("sample/pengaduan.csv"));
        ZoneId zone = ZoneId.of("Asia/Jakarta");

        assertThat(reading.bad()).isEmpty();
        assertThat(reading.events()).hasSize(40 + 31);
        assertAccepted("sample", reading);
        assertThat(judge(reading, zone, unit -> true)).isEqualTo(new Figures(18, 14, 8));
        assertThat(judge(reading, zone, unit -> unit.startsWith("tirtamaya.kecamatan-harapan")))
                .isEqualTo(new Figures(15, 8, 7));
        assertThat(judge(reading, zone, unit -> unit.equals("tirtamaya.kecamatan-harapan")))
                .isEqualTo(new Figures(4, 3, 3));
        assertThat(judge(reading, zone, unit -> unit.equals("tirtamaya.kecamatan-harapan.kelurahan-melati")))
                .isEqualTo(new Figures(5, 3, 2));
        assertThat(judge(reading, zone, unit -> unit.equals("tirtamaya.kecamatan-harapan.kelurahan-kenanga")))
                .isEqualTo(new Figures(6, 2, 2));
        assertThat(judge(reading, zone, unit -> unit.equals("tirtamaya.dinas-pekerjaan-umum")))
                .isEqualTo(new Figures(3, 6, 1));
    }
}
