package id.tepati.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The holidays of three real years and the office hours of Perpres 21/2023. */
class IndonesianCalendarTest {

    private static final String FIVE_DAYS = "12345";

    /** Perpres 21/2023 Pasal 4: 37 h 30 min a week from 07.30, break 60 min, Friday 90 min. */
    private static final WeekPattern OFFICE = CalendarFixture.join(
            CalendarFixture.week("1234", "07:30-12:00", "13:00-16:00"),
            CalendarFixture.week("5", "07:30-11:30", "13:00-16:30"));

    /** The same article for Ramadan: 32 h 30 min from 08.00, break 30 min, Friday 60 min. */
    private static final WeekPattern RAMADAN = CalendarFixture.join(
            CalendarFixture.week("1234", "08:00-12:00", "12:30-15:00"),
            CalendarFixture.week("5", "08:00-11:30", "12:30-15:30"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-17, 3, 2026-03-27, 2026-03-23, 2026-03-27",
        "2024-04-05, 1, 2024-04-16, 2024-04-08, 2024-04-06",
        "2024-04-05, 5, 2024-04-22, 2024-04-16, 2024-04-18",
        "2025-03-27, 1, 2025-04-08, 2025-03-28, 2025-04-05",
        "2025-03-27, 3, 2025-04-10, 2025-04-03, 2025-04-09",
        "2025-08-15, 1, 2025-08-19, 2025-08-18, 2025-08-16",
        "2025-08-15, 5, 2025-08-25, 2025-08-22, 2025-08-22",
        "2024-11-26, 1, 2024-11-28, 2024-11-28, 2024-11-28",
        "2026-02-13, 1, 2026-02-18, 2026-02-16, 2026-02-14",
        "2026-05-13, 5, 2026-05-22, 2026-05-21, 2026-05-21",
        "2024-12-24, 5, 2025-01-03, 2025-01-02, 2025-01-02",
    })
    void countsWorkingDaysAcrossRealHolidays(
            LocalDate start, int days, LocalDate due, LocalDate openOnJointLeave, LocalDate sixDayUnit) {
        assertThat(nth(calendar(FIVE_DAYS), start, days)).isEqualTo(due);
        assertThat(nth(calendar(FIVE_DAYS, DayKind.JOINT_LEAVE), start, days)).isEqualTo(openOnJointLeave);
        assertThat(nth(calendar("123456"), start, days)).isEqualTo(sixDayUnit);
    }

    @ParameterizedTest
    @CsvSource({"2024, 238, 287", "2025, 237, 288", "2026, 240, 291"})
    void aYearHasAsManyWorkingDaysAsPublished(int year, int fiveDayWeek, int sixDayWeek) {
        assertThat(workingDays(calendar(FIVE_DAYS), year)).isEqualTo(fiveDayWeek);
        assertThat(workingDays(calendar("123456"), year)).isEqualTo(sixDayWeek);
    }

    @Test
    void aHolidayIsClosedAndKeepsItsName() {
        CalendarDay day = calendar(FIVE_DAYS).day(LocalDate.parse("2024-11-27"));

        assertThat(day.isWorkingDay()).isFalse();
        assertThat(day.certainty()).isEqualTo(Certainty.OFFICIAL);
        assertThat(day.note()).startsWith("Pilkada");
    }

    @Test
    void ramadanWeeksAreFiveHoursShorter() {
        WorkCalendar calendar = ramadan1445();

        // The week before and the week after the season began, both without a holiday.
        assertThat(week(calendar, "2024-03-04")).isEqualTo(Duration.ofMinutes(37 * 60 + 30));
        assertThat(week(calendar, "2024-03-18")).isEqualTo(Duration.ofMinutes(32 * 60 + 30));
        assertThat(calendar.day(LocalDate.parse("2024-03-18")).note()).isEqualTo("Ramadan 1445 H");
    }

    @Test
    void officeHoursRunThroughTheSeasonsChange() {
        // Wed 10 April 2024 is the first day after the season; given here without holidays.
        WorkCalendar calendar = ramadan1445();

        // Tue 14:00 leaves 1 h of Ramadan hours; Wed 07:30-12:00 gives 4 h 30; 30 min remain from 13:00.
        Reach reach = calendar.addOpenTime(Instant.parse("2024-04-09T07:00:00Z"), Duration.ofHours(6));

        assertThat(reach).isEqualTo(new Reach.At(Instant.parse("2024-04-10T06:30:00Z"), Certainty.OFFICIAL));
    }

    @Test
    void halfDaysAndExtraOpeningsReplaceTheWeekAndTheSeason() {
        WorkCalendar calendar = CalendarFixture.open(OFFICE)
                .season("Ramadan 1445 H", "2024-03-12", "2024-04-09", RAMADAN)
                .days(
                        CalendarFixture.special("2024-03-20", DayKind.HALF_DAY, "08:00-11:00"),
                        CalendarFixture.special("2024-03-23", DayKind.EXTRA_OPENING, "09:00-12:00"),
                        CalendarFixture.special("2024-03-21", DayKind.CLOSURE))
                .in("Asia/Jakarta");

        // Wed 10:00 local: 1 h of the half day, Thu closed by a flood, Fri 3 h 30 + 3 h, Sat 3 h.
        Instant wednesday = Instant.parse("2024-03-20T03:00:00Z");
        assertThat(calendar.openTimeBetween(wednesday, Instant.parse("2024-03-24T00:00:00Z")))
                .isEqualTo(Duration.ofMinutes(60 + 390 + 180));
        assertThat(nth(calendar, LocalDate.parse("2024-03-20"), 2)).isEqualTo(LocalDate.parse("2024-03-23"));
    }

    private static WorkCalendar ramadan1445() {
        return CalendarFixture.open(OFFICE)
                .season("Ramadan 1445 H", "2024-03-12", "2024-04-09", RAMADAN)
                .in("Asia/Jakarta");
    }

    private static WorkCalendar calendar(String days, DayKind... except) {
        return CalendarFixture.open(days, "07:30-16:00")
                .days(CalendarFixture.indonesianHolidays(except))
                .known("2026-12-31", "2026-12-31")
                .in("Asia/Jakarta");
    }

    private static LocalDate nth(WorkCalendar calendar, LocalDate start, int days) {
        return ((DayReach.At) calendar.workingDay(start, days, date -> false)).date();
    }

    private static Duration week(WorkCalendar calendar, String monday) {
        LocalDate start = LocalDate.parse(monday);
        return calendar.openTimeBetween(calendar.startOf(start), calendar.startOf(start.plusWeeks(1)));
    }

    private static long workingDays(WorkCalendar calendar, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> calendar.day(date).isWorkingDay())
                .count();
    }
}
