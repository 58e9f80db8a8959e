package id.tepati.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers computed by others, for UTC, Tokyo and Paris, with lunch breaks, 24:00 and years of time shifts. */
class WorkingTimeVectorsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void agreesWithTheVector(String row) {
        String[] cell = row.split(",");
        WeekPattern week = switch (cell[3]) {
            case "o" -> CalendarFixture.week("12345", "09:00-17:00");
            case "l" -> CalendarFixture.week("1", "07:00-12:00", "13:00-18:00");
            case "m" -> CalendarFixture.week("1", "00:00-24:00");
            case "s" -> CalendarFixture.week("7", "08:00-21:00");
            default -> throw new IllegalArgumentException("no hours " + cell[3]);
        };
        String answer = answer(cell[1], cell[2], week, cell[4], cell[5]);
        assertThat(answer).isEqualTo(cell[6]);
    }

    static Stream<String> rows() {
        return CalendarFixture.lines("working-time-vectors.csv").stream();
    }

    @Test
    void agreesWithTheSharedFile() throws IOException {
        Path file = Path.of(System.getProperty("tepati.shared", "absent"), "data/sla-vectors/working-time.json");
        Assumptions.assumeTrue(Files.exists(file), "the shared vectors are not beside this checkout");
        int checked = 0;
        for (JsonNode vector : new ObjectMapper().readTree(file.toFile())) {
            JsonNode amount = vector.get("end").isNull() ? vector.get("amount") : vector.get("end");
            if (amount.asText().startsWith("-")) {
                continue;
            }
            String op = switch (vector.get("op").asText()) {
                case "add_seconds" -> "add";
                case "working_seconds_between" -> "between";
                default -> "days";
            };
            String answer = answer(
                    op,
                    vector.get("tz").asText(),
                    week(vector.get("hours")),
                    vector.get("start").asText(),
                    amount.asText());
            assertThat(answer)
                    .as(vector.get("id").asText())
                    .isEqualTo(vector.get("expected").asText());
            checked++;
        }
        assertThat(checked).isEqualTo(rows().count());
    }

    private static String answer(String op, String zone, WeekPattern week, String start, String amountOrEnd) {
        WorkCalendar calendar = CalendarFixture.open(week).in(zone);
        return switch (op) {
            case "add" ->
                ((Reach.At) calendar.addOpenTime(Instant.parse(start), Duration.ofSeconds(Long.parseLong(amountOrEnd))))
                        .instant()
                        .toString();
            case "between" ->
                String.valueOf(calendar.openTimeBetween(Instant.parse(start), Instant.parse(amountOrEnd))
                        .toSeconds());
            case "days" ->
                ((DayReach.At) calendar.workingDay(
                                LocalDate.parse(start), Integer.parseInt(amountOrEnd), date -> false))
                        .date()
                        .toString();
            default -> throw new IllegalArgumentException("no sum " + op);
        };
    }

    private static WeekPattern week(JsonNode hours) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        List<String> names = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        for (String name : names) {
            List<Window> windows = new ArrayList<>();
            hours.path(name)
                    .forEach(window -> windows.add(Window.parse(
                            window.get(0).asText() + "-" + window.get(1).asText())));
            week.put(DayOfWeek.of(names.indexOf(name) + 1), windows);
        }
        return new WeekPattern(week);
    }
}
