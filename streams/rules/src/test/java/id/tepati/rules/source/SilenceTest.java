package id.tepati.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open Monday and Tuesday, 08:00 to 12:00 and 13:00 to 16:00 in Jakarta; 23 November 2026 is a Monday. */
class SilenceTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final List<Window> DAY = List.of(Window.parse("08:00-12:00"), Window.parse("13:00-16:00"));
    private static final LocalDate LAST_KNOWN = LocalDate.of(2026, 11, 25);

    private final WorkCalendar calendar = WorkCalendar.of(
            JAKARTA,
            List.of(Published.sinceEver(new Calendar(
                    new CalendarId("kantor"),
                    false,
                    new WeekPattern(Map.of(DayOfWeek.MONDAY, DAY, DayOfWeek.TUESDAY, DAY)),
                    List.of(),
                    List.of(),
                    LAST_KNOWN,
                    LAST_KNOWN))));

    @ParameterizedTest(name = "last seen {0}, now {1}: {2} s")
    @CsvSource({
        "2026-11-23T10:00:00, 2026-11-23T10:02:59, 179, false",
        "2026-11-23T10:00:00, 2026-11-23T10:03:00, 180, true",
        // over lunch and at night nobody is expected to speak
        "2026-11-23T11:59:00, 2026-11-23T13:01:59, 179, false",
        "2026-11-23T15:58:00, 2026-11-24T07:59:00, 120, false",
        "2026-11-23T15:58:00, 2026-11-24T08:01:00, 180, true",
        // broken in the morning, still silent in the evening
        "2026-11-23T10:00:00, 2026-11-23T20:00:00, 18000, true",
        // seen while closed
        "2026-11-22T23:00:00, 2026-11-23T08:00:30, 30, false",
        // what was seen last is not judged yet
        "2026-11-23T10:00:00, 2026-11-23T09:00:00, 0, false",
    })
    void countsOpenTimeOnly(String lastSeen, String asOf, long seconds, boolean silent) {
        Silence silence = Silence.of(at(lastSeen), at(asOf), calendar).orElseThrow();

        assertThat(silence.openTime()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(silence.isSilent()).isEqualTo(silent);
    }

    @Test
    void isUnknownWhereTheCalendarIs() {
        assertThat(Silence.of(at("2026-11-25T10:00:00"), at("2026-11-26T10:00:00"), calendar))
                .isEmpty();
    }

    @Test
    void isNeverLessThanNothing() {
        assertThatThrownBy(() -> new Silence(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(JAKARTA).toInstant();
    }
}
