package id.tepati.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.rules.Published;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarRecordsTest {

    @ParameterizedTest
    @CsvSource({
        "08:00-16:00, 28800, 57600",
        "00:00-24:00, 0, 86400",
        "23:59-24:00, 86340, 86400",
        "07:30:15-07:30:45, 27015, 27045"
    })
    void aWindowIsReadAndWrittenAlike(String text, int from, int to) {
        assertThat(Window.parse(text)).isEqualTo(new Window(from, to)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8:00-16:00",
                "08:00",
                "16:00-08:00",
                "08:00-08:00",
                "08:00-24:01",
                "08:60-09:00",
                "08:00 - 16:00",
                "25:00-26:00",
                ""
            })
    void whatIsNoWindowIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Window.parse(text));
    }

    @Test
    void aWeekSortsItsWindowsAndForgetsClosedDays() {
        List<Window> windows = new ArrayList<>(CalendarFixture.windows("13:00-16:00", "08:00-12:00", "12:00-13:00"));
        WeekPattern week = new WeekPattern(Map.of(DayOfWeek.MONDAY, windows, DayOfWeek.TUESDAY, List.of()));

        windows.clear();

        assertThat(week.on(DayOfWeek.MONDAY))
                .extracting(Window::toString)
                .containsExactly("08:00-12:00", "12:00-13:00", "13:00-16:00");
        assertThat(week.days()).containsOnlyKeys(DayOfWeek.MONDAY);
        assertThat(week.on(DayOfWeek.TUESDAY)).isEmpty();
        assertThatThrownBy(() -> week.days().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void overlappingWindowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarFixture.week("1", "08:00-12:00", "11:59-13:00"))
                .withMessageContaining("08:00-12:00")
                .withMessageContaining("11:59-13:00");
    }

    @Test
    void theKindOfADayFitsItsWindows() {
        for (DayKind kind : List.of(DayKind.HOLIDAY, DayKind.JOINT_LEAVE, DayKind.ELECTION, DayKind.CLOSURE)) {
            assertThat(CalendarFixture.special("2026-05-01", kind).windows()).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CalendarFixture.special("2026-05-01", kind, "08:00-12:00"));
        }
        for (DayKind kind : List.of(DayKind.HALF_DAY, DayKind.EXTRA_OPENING)) {
            assertThat(CalendarFixture.special("2026-05-01", kind, "08:00-12:00")
                            .windows())
                    .hasSize(1);
            assertThatIllegalArgumentException().isThrownBy(() -> CalendarFixture.special("2026-05-01", kind));
        }
    }

    @Test
    void seasonsMustNotOverlapAndMayTouch() {
        WeekPattern week = CalendarFixture.week("1", "08:00-12:00");
        Season ramadan = new Season("Ramadan", LocalDate.parse("2026-02-19"), LocalDate.parse("2026-03-20"), week);
        Season next = new Season("next", LocalDate.parse("2026-03-21"), LocalDate.parse("2026-03-21"), week);
        Season lastDay = new Season("last day", LocalDate.parse("2026-03-20"), LocalDate.parse("2026-03-20"), week);

        assertThat(withSeasons(next, ramadan).seasons()).containsExactly(ramadan, next);
        assertThatIllegalArgumentException().isThrownBy(() -> withSeasons(lastDay, ramadan));
        assertThatIllegalArgumentException().isThrownBy(() -> new Season("back", next.from(), ramadan.from(), week));
    }

    @Test
    void aDateIsListedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarFixture.open("1", "08:00-12:00")
                        .days(
                                CalendarFixture.special("2026-05-01", DayKind.HOLIDAY),
                                CalendarFixture.special("2026-05-01", DayKind.CLOSURE)))
                .withMessageContaining("2026-05-01");
    }

    @Test
    void aCalendarOpensSometimeAndKnowsItsDaysInOrder() {
        CalendarFixture week = CalendarFixture.open("1", "08:00-12:00");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarFixture.open(""))
                .withMessageContaining("never opens");
        assertThatIllegalArgumentException().isThrownBy(() -> week.known("2026-12-31", "2026-12-30"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarFixture.alwaysOpen().known("2026-12-31", "2026-12-31"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CalendarFixture.alwaysOpen().days(CalendarFixture.special("2026-05-01", DayKind.HOLIDAY)));
    }

    @Test
    void versionsOfOneCalendarHaveDifferentNumbers() {
        Published<Calendar> first = CalendarFixture.open("1", "08:00-12:00").version();
        Published<Calendar> other = new Published<>(
                2, LocalDate.parse("2026-01-01"), first.knownFrom(), Calendar.alwaysOpen(new CalendarId("other")));
        Published<Calendar> sameNumber =
                new Published<>(1, LocalDate.parse("2026-01-01"), first.knownFrom(), first.content());

        assertThatIllegalArgumentException().isThrownBy(() -> WorkCalendar.of(ZoneId.of("UTC"), List.of(first, other)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkCalendar.of(ZoneId.of("UTC"), List.of(first, sameNumber)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a b", "kantor/1"})
    void anIdHasTheFormOfTheCatalogue(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarId(value));
        assertThat(new CalendarId("7-days.kota_1")).hasToString("7-days.kota_1");
    }

    private static Calendar withSeasons(Season... seasons) {
        Calendar plain = CalendarFixture.open("1", "08:00-12:00").calendar();
        return new Calendar(
                plain.id(),
                false,
                plain.week(),
                List.of(seasons),
                List.of(),
                plain.officialUntil(),
                plain.provisionalUntil());
    }
}
