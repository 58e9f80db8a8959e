package id.tepati.contract.catalogue.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.yaml.FileProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishing at 2026-11-21 10:00 in Jakarta; a day later is the 22nd, so that the 23rd is the first whole day. */
final class NoticeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final String CALENDAR = "calendars:\n  - {id: k, alwaysOpen: true}\n";
    private static final String UNIT =
            "units:\n  - {id: rsud, name: RSUD, type: rsud, zone: Asia/Jakarta, calendar: k, dayStart: '05:00'}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zone: Asia/Jakarta, dayStart: '05:00', effectiveFrom: 2026-11-21 |
            zone: Asia/Jakarta, dayStart: '05:00'                            |
            zone: Asia/Jakarta, dayStart: '06:00'                            | units[rsud].dayStart
            zone: Asia/Jakarta, effectiveFrom: 2026-11-22                    | units[rsud]
            zone: Asia/Jakarta, dayStart: '06:00', effectiveFrom: 2026-11-23 |
            zone: Asia/Makassar, dayStart: '05:00', effectiveFrom: 2026-11-22 | units[rsud].zone
            zone: Asia/Makassar, dayStart: '05:00', effectiveFrom: 2026-11-23 |
            """)
    void theDayOfAUnitIsChangedADayAhead(String changed, String refused) {
        CatalogueSnapshot published = new CatalogueSnapshot(draft(UNIT, CatalogueSnapshot.EMPTY), 1);
        String next = "units:\n  - {id: rsud, name: RSUD, type: rsud, calendar: k, " + changed + "}\n";

        CatalogueReading reading = read(next, published);

        if (refused == null) {
            assertThat(reading).isInstanceOf(CatalogueReading.Accepted.class);
        } else {
            assertThat(((CatalogueReading.Refused) reading).problems())
                    .extracting(FileProblem::where, FileProblem::cure)
                    .containsExactly(tuple(
                            refused,
                            "publish it as a further entry of the unit with effectiveFrom: 2026-11-23 or later"));
        }
    }

    private static List<CatalogueEntry> draft(String units, CatalogueSnapshot published) {
        return ((CatalogueReading.Accepted) read(units, published)).draft().entries();
    }

    private static CatalogueReading read(String units, CatalogueSnapshot published) {
        return CatalogueFolder.read(new TreeMap<>(Map.of("a.yaml", CALENDAR + units)), published, NOW);
    }
}
