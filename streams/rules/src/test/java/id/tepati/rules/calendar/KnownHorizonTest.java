package id.tepati.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of days the calendar knows for sure, by forecast, or not at all; December 2026 in UTC. */
class KnownHorizonTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-12-18");

    /** Official until Wednesday 23rd, forecast until Friday 25th, then nothing. */
    private final WorkCalendar calendar = CalendarFixture.open("12345", "08:00-16:00")
            .known("2026-12-23", "2026-12-25")
            .in("UTC");

    @Test
    void aDayIsOfficialThenProvisionalThenUnknown() {
        assertThat(calendar.day(LocalDate.parse("2026-12-23")).certainty()).isEqualTo(Certainty.OFFICIAL);
        assertThat(calendar.day(LocalDate.parse("2026-12-24")).certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(calendar.day(LocalDate.parse("2026-12-25")).isWorkingDay()).isTrue();
        assertThat(calendar.day(LocalDate.parse("2026-12-26")))
                .isEqualTo(new CalendarDay(LocalDate.parse("2026-12-26"), Certainty.UNKNOWN, List.of(), ""));
        assertThat(calendar.alwaysOpen(LocalDate.parse("2026-12-26"))).isFalse();
    }

    @Test
    void aCountRestsOnTheWeakestDayItWalkedOver() {
        assertThat(calendar.workingDay(FRIDAY, 3, date -> false))
                .isEqualTo(new DayReach.At(LocalDate.parse("2026-12-23"), Certainty.OFFICIAL));
        assertThat(calendar.workingDay(FRIDAY, 4, date -> false))
                .isEqualTo(new DayReach.At(LocalDate.parse("2026-12-24"), Certainty.PROVISIONAL));
    }

    @Test
    void aCountBeyondTheKnownDaysGivesTheEarliestDate() {
        // 21-25 are five; the sixth could be Saturday the 26th if that turned out open.
        assertThat(calendar.workingDay(FRIDAY, 6, date -> false))
                .isEqualTo(new DayReach.Beyond(LocalDate.parse("2026-12-26")));
        assertThat(calendar.workingDay(FRIDAY, 9, date -> false))
                .isEqualTo(new DayReach.Beyond(LocalDate.parse("2026-12-29")));
    }

    @Test
    void aDateThatDoesNotCountNeedsNoCalendar() {
        LocalDate forecast = LocalDate.parse("2026-12-24");

        // 21 and 23 count, 22 was paused; then neither forecast nor unknown day is asked.
        assertThat(calendar.workingDay(FRIDAY, 2, LocalDate.parse("2026-12-22")::equals))
                .extracting("date", "certainty")
                .containsExactly(LocalDate.parse("2026-12-23"), Certainty.OFFICIAL);
        assertThat(calendar.workingDay(LocalDate.parse("2026-12-23"), 1, forecast::equals))
                .extracting("date", "certainty")
                .containsExactly(LocalDate.parse("2026-12-25"), Certainty.PROVISIONAL);
    }

    @Test
    void calendarDaysNeverNeedTheCalendar() {
        assertThat(calendar.calendarDay(FRIDAY, 30, LocalDate.parse("2026-12-20")::equals))
                .extracting("date", "certainty")
                .containsExactly(LocalDate.parse("2027-01-18"), Certainty.OFFICIAL);
    }

    @Test
    void openTimeIsUsedUpAtTheEndOfAWindowNotAtTheNextOpening() {
        Instant start = Instant.parse("2026-12-23T12:00:00Z");

        assertThat(calendar.addOpenTime(start, Duration.ofHours(4)))
                .isEqualTo(new Reach.At(Instant.parse("2026-12-23T16:00:00Z"), Certainty.OFFICIAL));
        assertThat(calendar.addOpenTime(start, Duration.ofHours(4).plusNanos(1000)))
                .isEqualTo(new Reach.At(Instant.parse("2026-12-24T08:00:00.000001Z"), Certainty.PROVISIONAL));
    }

    @Test
    void openTimeBeyondTheKnownDaysTakesUnknownDaysAsOpenThroughout() {
        // 4 h on Wednesday, 8 on Thursday, 8 on Friday; the 21st hour could end at 01:00 on Saturday.
        assertThat(calendar.addOpenTime(Instant.parse("2026-12-23T12:00:00Z"), Duration.ofHours(21)))
                .isEqualTo(new Reach.Beyond(Instant.parse("2026-12-26T01:00:00Z")));
        assertThat(calendar.openTimeBetween(
                        Instant.parse("2026-12-23T12:00:00Z"), Instant.parse("2027-12-23T12:00:00Z")))
                .isEqualTo(Duration.ofHours(20));
    }

    @Test
    void aProvisionalDayWhoseWindowsAreOverDoesNotMatterAtTheStart() {
        WorkCalendar changed = WorkCalendar.of(
                ZoneId.of("UTC"),
                List.of(
                        CalendarFixture.open("12345", "08:00-16:00")
                                .known("2026-12-20", "2026-12-31")
                                .version(),
                        CalendarFixture.open("12345", "08:00-16:00")
                                .numbered(2, "2026-12-22")
                                .version()));

        assertThat(changed.addOpenTime(Instant.parse("2026-12-21T16:00:00Z"), Duration.ofHours(1)))
                .isEqualTo(new Reach.At(Instant.parse("2026-12-22T09:00:00Z"), Certainty.OFFICIAL));
        assertThat(changed.addOpenTime(Instant.parse("2026-12-21T15:59:00Z"), Duration.ofHours(1)))
                .isEqualTo(new Reach.At(Instant.parse("2026-12-22T08:59:00Z"), Certainty.PROVISIONAL));
    }

    @Test
    void theLatestVersionNotAfterADayGovernsIt() {
        WorkCalendar versions = WorkCalendar.of(
                ZoneId.of("UTC"),
                List.of(
                        CalendarFixture.open("123456", "08:00-12:00")
                                .numbered(3, "2026-07-01")
                                .version(),
                        CalendarFixture.open("12345", "08:00-16:00")
                                .numbered(1, "2026-01-01")
                                .version(),
                        CalendarFixture.open("12345", "08:00-14:00")
                                .numbered(2, "2026-07-01")
                                .version()));

        assertThat(versions.day(LocalDate.parse("2025-12-31")).certainty()).isEqualTo(Certainty.UNKNOWN);
        assertThat(versions.day(LocalDate.parse("2026-06-30")).windows()).containsExactly(Window.parse("08:00-16:00"));
        assertThat(versions.day(LocalDate.parse("2026-07-01")).windows()).containsExactly(Window.parse("08:00-12:00"));
        assertThat(versions.versionOn(LocalDate.parse("2026-07-04"))
                        .orElseThrow()
                        .version())
                .isEqualTo(3);
        assertThat(versions.versionOn(LocalDate.parse("2025-12-31"))).isEmpty();
    }

    @Test
    void withoutVersionsNothingIsKnown() {
        WorkCalendar empty = WorkCalendar.of(ZoneId.of("UTC"), List.of());

        assertThat(empty.addOpenTime(Instant.parse("2026-12-23T12:00:00Z"), Duration.ofDays(2)))
                .isEqualTo(new Reach.Beyond(Instant.parse("2026-12-25T12:00:00Z")));
        assertThat(empty.workingDay(FRIDAY, 2, date -> false)).isEqualTo(new DayReach.Beyond(FRIDAY.plusDays(2)));
    }

    @Test
    void aCalendarOpenDayAndNightKnowsNoEnd() {
        WorkCalendar always = CalendarFixture.alwaysOpen().in("UTC");

        assertThat(always.addOpenTime(Instant.parse("2026-12-23T12:00:00Z"), Duration.ofDays(400)))
                .isEqualTo(new Reach.At(Instant.parse("2028-01-27T12:00:00Z"), Certainty.OFFICIAL));
        assertThat(always.alwaysOpen(FRIDAY)).isTrue();
        assertThat(always.day(FRIDAY).windows()).containsExactly(Window.ALL_DAY);
    }

    @Test
    void aCalendarThatNeverOpensAgainEndsTheWalk() {
        WorkCalendar once = CalendarFixture.once(
                        CalendarFixture.special("2026-12-21", DayKind.EXTRA_OPENING, "08:00-09:00"))
                .in("UTC");

        assertThat(once.workingDay(FRIDAY, 1, date -> false))
                .extracting("date")
                .isEqualTo(LocalDate.parse("2026-12-21"));
        assertThat(once.workingDay(FRIDAY, 2, date -> false))
                .isEqualTo(new DayReach.Beyond(FRIDAY.plusDays(WorkCalendar.LONGEST_WALK + 1)));
        assertThat(once.addOpenTime(Instant.parse("2026-12-18T00:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(new Reach.Beyond(
                        once.startOf(FRIDAY.plusDays(WorkCalendar.LONGEST_WALK)).plus(Duration.ofHours(1))));
        assertThat(once.calendarDay(FRIDAY, 1, date -> true))
                .isEqualTo(new DayReach.Beyond(FRIDAY.plusDays(WorkCalendar.LONGEST_WALK + 1)));
    }

    @Test
    void nothingCannotBeAddedOrCounted() {
        assertThatThrownBy(() -> calendar.addOpenTime(Instant.EPOCH, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.workingDay(FRIDAY, 0, date -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
