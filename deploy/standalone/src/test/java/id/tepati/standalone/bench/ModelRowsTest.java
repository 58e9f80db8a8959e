package id.tepati.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.TallyRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
    private static final ModelCity CITY = new ModelCity(7, 3, 25 * 24 * 60);

    private final ModelRows rows = new ModelRows(CITY, NOW);

    @Test
    void aFileWasCheckedAndIsOpenUnderItsKey() {
        ModelRows.Row row = rows.open(5);
        CaseRow read = CaseRow.JSON.read(row.value());
        assertThat(row.key()).hasToString("unit-5|UJI-5").isEqualTo(new OutputKey.OfCase(read.key()));
        assertThat(read.events()).hasSize(2);
        assertThat(read.clocks()).extracting(ClockRow::promise).containsExactly("file-check", "completion");
        assertThat(read.clocks()).extracting(ClockRow::open).containsExactly(false, true);
    }

    @Test
    void ofManyFilesMostAreOnTheirWayAndSomeAreLate() {
        List<String> outcomes = IntStream.range(0, 600)
                .mapToObj(number -> completionOf(rows.open(number)).outcome())
                .toList();
        assertThat(outcomes).containsOnly("open", "late");
        assertThat(outcomes).filteredOn("late"::equals).hasSizeBetween(60, 140);
    }

    @Test
    void aDecidedFileHasEndedAtThatInstant() {
        assertThat(completionOf(rows.decided(5, NOW)).end()).isEqualTo(NOW);
    }

    @Test
    void theSameNumberGivesTheSameRecord() {
        assertThat(new ModelRows(CITY, NOW).open(11).value())
                .isEqualTo(rows.open(11).value());
    }

    @Test
    void aTallyIsThatOfItsKey() {
        ModelRows.Row row = rows.tally(CITY.unit(2), CITY.service(1), LocalDate.parse("2026-11-20"));
        TallyRow read = TallyRow.JSON.read(row.value());
        assertThat(row.key()).hasToString("unit-2|layanan-1|completion|2026-11-20");
        assertThat(read.tally().judged()).isEqualTo(20);
        assertThat(new String(row.value(), StandardCharsets.UTF_8)).contains("\"unit\":\"unit-2\"");
    }

    private static ClockRow completionOf(ModelRows.Row row) {
        return CaseRow.JSON.read(row.value()).clocks().get(1);
    }
}
