package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeRowsTest {
    private static final String STEPS = """
            source: import/steps
            zone: UTC
            dates: dd/MM/uuuu HH:mm
            root: {id: kota, name: Kota, type: kota}
            unit: [{column: opd, type: opd}]
            service: {id: izin, name: Izin}
            case: berkas
            events:
              - {type: application.accepted, id: "{opd}/{berkas}/masuk", time: waktu, once: first}
              - {type: application.decided, id: "{opd}/{berkas}/putus", time: waktu, once: last,
                 when: {column: langkah, not: arsip}, data: {outcome: {column: langkah, codes: {terbit: granted}}}}
            """;

    @TempDir
    private Path folder;

    private Reading steps(String rows) throws IOException {
        return Reading.of(MappingReader.read("m.yaml", STEPS), folder, "berkas,opd,waktu,langkah\n" + rows);
    }

    @Test
    void theFirstAndTheLastRowOfACaseBeginAndEndItInWhateverOrderTheyCome() throws IOException {
        Reading reading = steps("""
                B1,PU,03/10/2026 08:00,terbit
                B1,PU,01/10/2026 08:00,periksa
                B2,PU,01/10/2026 09:00,terbit
                B1,PU,05/10/2026 08:00,arsip
                B1,PU,02/10/2026 08:00,survei
                B1,Dukcapil,09/10/2026 08:00,terbit
                """);

        assertThat(reading.bad()).isEmpty();
        assertThat(reading.events())
                .map(event -> event.line() + " " + event.id() + " " + event.time())
                .containsExactly(
                        "2 PU/B1/putus 2026-10-03T08:00:00Z",
                        "3 PU/B1/masuk 2026-10-01T08:00:00Z",
                        "4 PU/B2/masuk 2026-10-01T09:00:00Z",
                        "4 PU/B2/putus 2026-10-01T09:00:00Z",
                        "7 Dukcapil/B1/masuk 2026-10-09T08:00:00Z",
                        "7 Dukcapil/B1/putus 2026-10-09T08:00:00Z");
    }

    @Test
    void ofRowsAtOneTimeTheUpperBeginsAndTheLowerEndsACase() throws IOException {
        Reading reading = steps("""
                B1,PU,01/10/2026 08:00,periksa
                B1,PU,01/10/2026 08:00,survei
                B1,PU,01/10/2026 08:00,terbit
                """);

        assertThat(reading.events())
                .map(event -> event.line() + " " + event.id())
                .containsExactly("2 PU/B1/masuk", "4 PU/B1/putus");
    }

    @Test
    void aRowWhoseTimeCannotBeReadIsRefusedForItMayBeTheFirstOrTheLast() throws IOException {
        Reading reading = steps("""
                B1,PU,01/10/2026 08:00,periksa
                B1,PU,kemarin,survei
                B1,PU,03/10/2026 08:00,terbit
                """);

        assertThat(reading.badLines()).containsExactly("3 bad-date");
        assertThat(reading.ids()).containsExactly("PU/B1/masuk", "PU/B1/putus");
    }
}
