package id.tepati.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.tally.Settling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When days settle, by hand and by a search day by day. */
class SettlingTest {
    private static final String JAKARTA = "Asia/Jakarta";

    /** Offices open Monday to Friday, with the holidays of the joint decree of 2026. */
    @ParameterizedTest(name = "{0} settles at {1}: {2}")
    @CsvSource({
        "2026-11-17, 2026-11-18T05:00:00Z, a Tuesday settles on Wednesday at 12:00 WIB",
        "2026-11-20, 2026-11-23T05:00:00Z, a Friday on Monday",
        "2026-11-21, 2026-11-23T05:00:00Z, a Saturday on Monday too",
        "2026-11-22, 2026-11-23T05:00:00Z, and so does a Sunday",
        "2026-03-17, 2026-03-25T05:00:00Z, Nyepi and Idul Fitri from 18 to 24 March with the weekend between",
        "2026-03-20, 2026-03-25T05:00:00Z, a holiday on the first working day after all of them",
        "2026-12-24, 2026-12-28T05:00:00Z, Christmas and its weekend",
    })
    void settlesAtNoonOfTheNextWorkingDay(LocalDate day, Instant settles, String why) {
        WorkCalendar calendar = CalendarFixture.open("12345", "08:00-16:00")
                .days(CalendarFixture.indonesianHolidays())
                .in(JAKARTA);

        assertThat(Settling.settlesAt(day, calendar)).as(why).contains(settles);
    }

    @Test
    void shorterHoursOfRamadanChangeNothing() {
        WorkCalendar calendar = CalendarFixture.open("12345", "08:00-16:00")
                .season("Ramadan", "2026-02-18", "2026-03-19", CalendarFixture.week("12345", "13:00-15:00"))
                .in(JAKARTA);

        // 13:00 is the first opening of the next day, yet the day settles at 12:00
        assertThat(Settling.settlesAt(LocalDate.parse("2026-02-24"), calendar))
                .contains(Instant.parse("2026-02-25T05:00:00Z"));
    }

    @Test
    void whereItNeverClosesTheNextDayIsAWorkingDay() {
        WorkCalendar calendar = CalendarFixture.alwaysOpen().in("Asia/Jayapura");

        assertThat(Settling.settlesAt(LocalDate.parse("2026-11-21"), calendar))
                .contains(Instant.parse("2026-11-22T03:00:00Z"));
    }

    @Test
    void aDayWhoseNextWorkingDayIsNotKnownStaysOpen() {
        WorkCalendar calendar = CalendarFixture.open("12345", "08:00-16:00")
                .known("2026-12-31", "2027-01-05")
                .in(JAKARTA);

        assertThat(Settling.settlesAt(LocalDate.parse("2027-01-05"), calendar)).isEmpty();
        // provisional is known enough: it is the Tuesday
        assertThat(Settling.settlesAt(LocalDate.parse("2027-01-04"), calendar))
                .contains(Instant.parse("2027-01-05T05:00:00Z"));
    }

    @Test
    void noDayOfACalendarWithoutVersionsSettles() {
        WorkCalendar unknown = WorkCalendar.of(ZoneId.of(JAKARTA), List.of());

        assertThat(Settling.settlesAt(LocalDate.parse("2026-11-21"), unknown)).isEmpty();
    }

    @Property(tries = 500)
    void isFoundByLookingDayByDay(
            @ForAll("samples") WorkCalendarPropertyTest.Sample sample,
            @ForAll @IntRange(min = -5, max = 5) int offset) {
        LocalDate day = sample.middle().plusDays(offset);

        assertThat(Settling.settlesAt(day, sample.calendar())).isEqualTo(naive(sample.naive(), day));
    }

    @Provide
    Arbitrary<WorkCalendarPropertyTest.Sample> samples() {
        return new WorkCalendarPropertyTest().samples();
    }

    private static Optional<Instant> naive(NaiveCalendar calendar, LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (calendar.certainty(next) != Certainty.UNKNOWN
                && calendar.windows(next).isEmpty()) {
            next = next.plusDays(1);
        }
        return calendar.certainty(next) == Certainty.UNKNOWN
                ? Optional.empty()
                : Optional.of(calendar.at(next, 12 * 60 * 60));
    }
}
