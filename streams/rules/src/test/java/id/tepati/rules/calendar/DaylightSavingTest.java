package id.tepati.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local times that a shift skips or repeats: the offset before the shift holds. */
class DaylightSavingTest {

    @ParameterizedTest(name = "{0} {1} second {2}")
    @CsvSource({
        // skipped at midnight: 00:00-01:00 never was, -03 before and -02 after
        "America/Sao_Paulo, 2018-11-04, 0,     2018-11-04T03:00:00Z",
        "America/Sao_Paulo, 2018-11-03, 86400, 2018-11-04T03:00:00Z",
        "America/Sao_Paulo, 2018-11-04, 1800,  2018-11-04T03:30:00Z",
        "America/Sao_Paulo, 2018-11-04, 3600,  2018-11-04T03:00:00Z",
        // midnight became 23:00 of the day before: 23:00-24:00 came twice, -02 before and -03 after
        "America/Sao_Paulo, 2018-02-17, 84600, 2018-02-18T01:30:00Z",
        "America/Sao_Paulo, 2018-02-17, 86400, 2018-02-18T03:00:00Z",
        // the same at +02/+03
        "Africa/Cairo,      2023-04-28, 0,     2023-04-27T22:00:00Z",
        "Africa/Cairo,      2023-04-28, 2700,  2023-04-27T22:45:00Z",
        "Africa/Cairo,      2023-04-28, 7200,  2023-04-27T23:00:00Z",
        "Africa/Cairo,      2023-10-26, 84600, 2023-10-26T20:30:00Z",
        "Africa/Cairo,      2023-10-26, 86400, 2023-10-26T22:00:00Z",
        // 01:00 became 00:00: midnight came twice, -04 before and -05 after
        "America/Havana,    2023-11-05, 0,     2023-11-05T04:00:00Z",
        "America/Havana,    2023-11-04, 86400, 2023-11-05T04:00:00Z",
        "America/Havana,    2023-11-05, 3600,  2023-11-05T06:00:00Z",
        // 00:01 became 23:01 of the day before: midnight came twice, -02:30 before
        "America/St_Johns,  2010-11-07, 0,     2010-11-07T02:30:00Z",
        // 02:00-03:00 skipped and repeated by day
        "Europe/Paris,      2020-03-29, 9000,  2020-03-29T01:30:00Z",
        "Europe/Paris,      2019-10-27, 9000,  2019-10-27T00:30:00Z",
        // Samoa skipped 30 December 2011 altogether, -10 before and +14 after
        "Pacific/Apia,      2011-12-30, 0,     2011-12-30T10:00:00Z",
        "Pacific/Apia,      2011-12-30, 86400, 2011-12-30T10:00:00Z",
        "Asia/Jakarta,      2026-11-21, 86400, 2026-11-21T17:00:00Z",
    })
    void aLocalTimeTakesTheOffsetBeforeTheShift(String zone, LocalDate date, int second, Instant instant) {
        assertThat(CalendarFixture.alwaysOpen().in(zone).at(date, second)).isEqualTo(instant);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "America/Sao_Paulo, 2018-11-04, PT23H",
        "America/Sao_Paulo, 2018-02-17, PT25H",
        "America/Havana,    2023-11-05, PT25H",
        "Africa/Cairo,      2023-04-28, PT23H",
        "Africa/Cairo,      2023-10-26, PT25H",
        "Australia/Lord_Howe, 2023-10-01, PT23H30M",
        "Pacific/Apia,      2011-12-30, PT0S",
        "Asia/Makassar,     2026-11-21, PT24H",
    })
    void aDayOpenDayAndNightIsAsLongAsItReallyIs(String zone, LocalDate date, Duration length) {
        WorkCalendar calendar = CalendarFixture.alwaysOpen().in(zone);

        assertThat(calendar.openTimeBetween(calendar.startOf(date), calendar.endOf(date)))
                .isEqualTo(length);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // 01:30-02:30 ends at 03:30 of the new time, an hour after it began
        "01:30-02:30, PT1H",
        // 02:30-03:15: begins at 03:30 of the new time, after its end
        "02:30-03:15, PT0S",
        "02:00-03:00, PT0S",
        "03:00-04:00, PT1H",
    })
    void aWindowAcrossASkippedHourHasTheTimeBetweenItsEnds(String window, Duration open) {
        assertThat(openOn("2020-03-29", window)).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"02:00-03:00, PT2H", "01:00-02:30, PT1H30M", "02:30-04:00, PT2H30M", "08:00-21:00, PT13H"})
    void aWindowAcrossARepeatedHourHasTheTimeBetweenItsEnds(String window, Duration open) {
        assertThat(openOn("2019-10-27", window)).isEqualTo(open);
    }

    @Test
    void windowsThatRunIntoEachOtherCountOnce() {
        // 02:30-02:45 lies at 03:30-03:45 of the new time, inside 03:00-04:00.
        assertThat(openOn("2020-03-29", "02:30-02:45", "03:00-04:00")).isEqualTo(Duration.ofHours(1));
        assertThat(openOn("2020-03-29", "02:15-02:30", "02:40-02:45", "03:00-03:20"))
                .isEqualTo(Duration.ofMinutes(35));
    }

    @Test
    void anInstantHasTheDateOnTheWallClock() {
        WorkCalendar saoPaulo = CalendarFixture.alwaysOpen().in("America/Sao_Paulo");

        assertThat(saoPaulo.dateOf(Instant.parse("2018-11-04T02:59:59.999999Z")))
                .isEqualTo(LocalDate.parse("2018-11-03"));
        assertThat(saoPaulo.dateOf(Instant.parse("2018-11-04T03:00:00Z"))).isEqualTo(LocalDate.parse("2018-11-04"));
    }

    private static Duration openOn(String sunday, String... windows) {
        WorkCalendar paris = CalendarFixture.open("7", windows).in("Europe/Paris");
        LocalDate date = LocalDate.parse(sunday);
        return paris.openTimeBetween(paris.startOf(date), paris.endOf(date));
    }
}
