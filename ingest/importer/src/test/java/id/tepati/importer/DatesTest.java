package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static final Dates NEW_YORK = dates(
            "America/New_York",
            "MM/dd/uuuu hh:mm:ss a",
            "uuuu-MM-dd HH:mm:ss[.SSSSSS]xxx",
            "dd.MM.yyyy HH",
            "uuuu-MM-dd");

    private static Dates dates(String zone, String... patterns) {
        return new Dates(ZoneId.of(zone), Stream.of(patterns).map(Dates::format).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "01/01/2015 12:20:09 AM, 2015-01-01T05:20:09Z", // winter, five hours behind
        "07/01/2015 12:20:09 pm, 2015-07-01T16:20:09Z", // summer, four
        "03/08/2015 02:30:00 AM, 2015-03-08T07:30:00Z", // does not exist: as if the clock had not moved yet
        "11/01/2015 01:30:00 AM, 2015-11-01T05:30:00Z", // exists twice: the first
        "2011-10-11 13:42:22.688000+02:00, 2011-10-11T11:42:22.688Z",
        "2011-12-06 01:06:40+01:00, 2011-12-06T00:06:40Z",
        "24.12.2015 18, 2015-12-24T23:00:00Z",
    })
    void aTimeIsReadByTheFirstPatternThatFits(String text, Instant instant) {
        assertThat(NEW_YORK.readings(text)).containsOnlyKeys(new Dates.Moment.At(instant));
    }

    @Test
    void aDateAloneStaysADate() {
        assertThat(NEW_YORK.readings("2015-02-28")).containsOnlyKeys(new Dates.Moment.Day(LocalDate.of(2015, 2, 28)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"02/30/2015 10:00:00 AM", "2015-02-29", "13/01/2015 01:00:00 AM", "yesterday", "2015-01-01 "})
    void whatIsNoDateFitsNoPattern(String text) {
        assertThat(NEW_YORK.readings(text)).isEmpty();
    }

    private static final Dates REGISTER = dates(
            "Asia/Jakarta", "dd-MMM-uuuu", "d MMMM uuuu[ HH:mm]", "d/MMM/uuuu HH.mm", "'MMM' LLL uuuu d", "excel");

    /** Every month, long, short and shorter, in any case, with the words that ministries spell in two ways. */
    @ParameterizedTest
    @CsvSource({
        "02-Agu-2026, 2026-08-02",
        "02-AGS-2026, 2026-08-02",
        "02-agst-2026, 2026-08-02",
        "02-Aug-2026, 2026-08-02",
        "02-Agustus-2026, 2026-08-02",
        "2 Agustus 2026, 2026-08-02",
        "2 agt 2026, 2026-08-02",
        "31-Okt-2025, 2025-10-31",
        "31-Oct-2025, 2025-10-31",
        "1 Mei 2026, 2026-05-01",
        "1 MAY 2026, 2026-05-01",
        "9-Des-2026, ",
        "09-Des-2026, 2026-12-09",
        "28-Peb-2026, 2026-02-28",
        "29-Feb-2024, 2024-02-29",
        "29-Feb-2026, ",
        "17 Nopember 2026, 2026-11-17",
        "17 Nop 2026, 2026-11-17",
        "1 Januari 2026, 2026-01-01",
        "1 Maret 2026, 2026-03-01",
        "1 Mrt 2026, 2026-03-01",
        "1 Juni 2026, 2026-06-01",
        "1 Juli 2026, 2026-07-01",
        "30 September 2026, 2026-09-30",
        "MMM Sept 2026 30, 2026-09-30",
        "02-08-2026, ",
        "2 Mai 2026, ",
        "2 Mei Mei 2026, ",
    })
    void monthsAreReadInIndonesianAndEnglish(String text, @Nullable LocalDate day) {
        assertThat(REGISTER.readings(text).keySet())
                .isEqualTo(day == null ? Set.of() : Set.of(new Dates.Moment.Day(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "2 Agustus 2026 09:05, 2026-08-02T02:05:00Z",
        "2/agu/2026 09.05, 2026-08-02T02:05:00Z",
        "45292.5, 2024-01-01T05:00:00Z", // noon in Jakarta
        "'45292,25', 2023-12-31T23:00:00Z", // six in the morning
        "45292.333333333336, 2024-01-01T01:00:00Z", // eight
        "45292.99999999, 2024-01-01T17:00:00Z", // rounds to midnight
        "46054.37847222222, 2026-02-01T02:05:00Z", // 1 February 2026, 09:05
    })
    void timesAreReadToTheSecond(String text, Instant instant) {
        assertThat(REGISTER.readings(text)).containsOnlyKeys(new Dates.Moment.At(instant));
    }

    @ParameterizedTest
    @CsvSource({"45292, 2024-01-01", "36526, 2000-01-01", "46054, 2026-02-01", "46081, 2026-02-28", "46082, 2026-03-01"
    })
    void aSerialIsTheDayThatASpreadsheetShows(String text, LocalDate day) {
        assertThat(REGISTER.readings(text)).containsOnlyKeys(new Dates.Moment.Day(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "4529", "452920", "01234", "-45292", "45292.", "45292.5.1", "45,292"})
    void otherNumbersAreNoSerials(String text) {
        assertThat(REGISTER.readings(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2026, 2026-04-03 2026-03-04",
        "12/11/2026, 2026-11-12 2026-12-11",
        "13/04/2026, 2026-04-13",
        "04/13/2026, 2026-04-13",
        "05/05/2026, 2026-05-05",
        "10/11/12, 2012-11-10 2010-11-12",
    })
    void whatTwoFormatsReadDifferentlyHasBothReadings(String text, String readings) {
        Dates dates = dates("UTC", "dd/MM/uuuu", "MM/dd/uuuu", "dd/MM/uu", "uu/MM/dd");

        assertThat(dates.readings(text).keySet()).map(Object::toString).containsExactly(readings.split(" ", -1));
    }
}
