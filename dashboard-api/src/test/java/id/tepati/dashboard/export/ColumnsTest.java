package id.tepati.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.rules.standing.UnitStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
    /** What answers are made of. */
    public record Inner(long n, @Nullable BigDecimal share) {}

    /** The same once more. */
    public record Line(String name, Inner inner) {}

    /** The same with a list. */
    public record Row(
            @JsonProperty("case") String caseId,
            @Nullable Inner inner,
            UnitStatus status,
            @Nullable Boolean kept,
            LocalDate day,
            Instant at,
            List<String> types,
            Map<String, String> texts,
            List<Line> lines,
            long last) {}

    private static Row row(@Nullable Inner inner, Line... lines) {
        return new Row(
                "A-1",
                inner,
                UnitStatus.NOT_KEPT,
                null,
                LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-23T03:00:00.5Z"),
                List.of("a", "b"),
                new TreeMap<>(Map.of("x", "1", "y", "2")),
                List.of(lines),
                7);
    }

    @Test
    void areNamedAsInJson() {
        assertThat(Columns.of(Row.class).names())
                .containsExactly(
                        "case",
                        "inner.n",
                        "inner.share",
                        "status",
                        "kept",
                        "day",
                        "at",
                        "types",
                        "texts",
                        "lines.name",
                        "lines.inner.n",
                        "lines.inner.share",
                        "last");
    }

    @Test
    void repeatTheRowForEachLine() {
        List<List<String>> rows = csv(row(
                new Inner(3, new BigDecimal("0.90")),
                new Line("one", new Inner(1, null)),
                new Line("two", new Inner(2, BigDecimal.ONE))));

        assertThat(rows)
                .containsExactly(
                        List.of(
                                "A-1",
                                "3",
                                "0.90",
                                "not-kept",
                                "",
                                "2026-11-23",
                                "2026-11-23T03:00:00.500Z",
                                "a; b",
                                "x: 1; y: 2",
                                "one",
                                "1",
                                "",
                                "7"),
                        List.of(
                                "A-1",
                                "3",
                                "0.90",
                                "not-kept",
                                "",
                                "2026-11-23",
                                "2026-11-23T03:00:00.500Z",
                                "a; b",
                                "x: 1; y: 2",
                                "two",
                                "2",
                                "1",
                                "7"));
    }

    @Test
    void haveEmptyCellsForWhatIsNotThere() {
        List<List<String>> rows = csv(row(null));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).subList(1, 3)).containsExactly("", "");
        assertThat(rows.get(0).subList(9, 13)).containsExactly("", "", "", "7");
    }

    private static List<List<String>> csv(Row row) {
        return Columns.of(Row.class).rows(row).stream()
                .map(cells -> cells.stream().map(Cell::csv).toList())
                .toList();
    }
}
