package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
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
        assertThat(NEW_YORK.read(text)).contains(new Dates.Moment.At(instant));
    }

    @Test
    void aDateAloneStaysADate() {
        assertThat(NEW_YORK.read("2015-02-28")).contains(new Dates.Moment.Day(LocalDate.of(2015, 2, 28)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"02/30/2015 10:00:00 AM", "2015-02-29", "13/01/2015 01:00:00 AM", "yesterday", "2015-01-01 "})
    void whatIsNoDateFitsNoPattern(String text) {
        assertThat(NEW_YORK.read(text)).isEmpty();
    }
}
