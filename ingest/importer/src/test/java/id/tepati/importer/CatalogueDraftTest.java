package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueDraftTest {
    private static final List<String> ROWS = List.of(
            "1,Dinas PU,Jalan & Jembatan,Jalan rusak,01/10/2026 08:00,,,",
            "2,DINAS PU,,Lampu: padam,01/10/2026 08:00,,,",
            "3,,,jalan rusak,01/10/2026 08:00,,,",
            "4,1,,true,not a date,,,");

    @TempDir
    private Path folder;

    private String yaml(List<String> rows) throws IOException {
        String csv = MappingText.HEADER + String.join("\n", rows);
        Mapping mapping = MappingText.complaints();
        return new CatalogueDraft(mapping, Reading.of(mapping, folder, csv).unitsAndServices()).yaml();
    }

    @Test
    void everyUnitIsDeclaredAndPromisesWhatItsCasesWereTold() throws IOException {
        assertThat(yaml(ROWS)).isEqualTo("""
                calendars:
                - {id: buka-24-jam, alwaysOpen: true}
                units:
                - {id: kota, name: Kota, type: kota, zone: Asia/Jakarta, calendar: buka-24-jam}
                - {id: kota.1, name: '1', type: opd, parent: kota, zone: Asia/Jakarta, calendar: buka-24-jam}
                - {id: kota.dinas-pu, name: DINAS PU, type: opd, parent: kota, zone: Asia/Jakarta, calendar: buka-24-jam}
                - {id: kota.dinas-pu.jalan-jembatan, name: Jalan & Jembatan, type: bidang, parent: kota.dinas-pu, zone: Asia/Jakarta, calendar: buka-24-jam}
                services:
                - {id: jalan-rusak, name: Jalan rusak}
                - {id: lampu-padam, name: 'Lampu: padam'}
                - {id: 'true', name: 'true'}
                standards:
                - unit: kota
                  service: '*'
                  sk: Berkas impor import/test
                  promises:
                  - {clock: resolution, within: stated}
                - unit: kota.1
                  service: '*'
                  sk: Berkas impor import/test
                  promises:
                  - {clock: resolution, within: stated}
                - unit: kota.dinas-pu
                  service: '*'
                  sk: Berkas impor import/test
                  promises:
                  - {clock: resolution, within: stated}
                - unit: kota.dinas-pu.jalan-jembatan
                  service: '*'
                  sk: Berkas impor import/test
                  promises:
                  - {clock: resolution, within: stated}
                """);
    }

    @Test
    void theOrderOfRowsMakesNoDifference() throws IOException {
        String expected = yaml(ROWS);
        List<String> rows = new ArrayList<>(ROWS);
        Random random = new Random(311);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(rows, random);
            assertThat(yaml(rows)).isEqualTo(expected);
        }
    }
}
