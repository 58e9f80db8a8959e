package id.tepati.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant AFTER_NOON = NOON.plusNanos(1000);

    @Test
    void tellLaterFromEarlierWhicheverComesFirst() {
        assertThat(Times.later(NOON, AFTER_NOON)).isEqualTo(AFTER_NOON);
        assertThat(Times.later(AFTER_NOON, NOON)).isEqualTo(AFTER_NOON);
        assertThat(Times.earlier(NOON, AFTER_NOON)).isEqualTo(NOON);
        assertThat(Times.earlier(AFTER_NOON, NOON)).isEqualTo(NOON);
    }

    @Test
    void tellItOfDatesToo() {
        LocalDate last = LocalDate.parse("2026-12-31");

        assertThat(Times.later(last, last.plusDays(1))).isEqualTo("2027-01-01");
    }

    @Test
    void takeTheOneThatIsKnown() {
        assertThat(Times.earlierKnown(null, NOON)).isEqualTo(NOON);
        assertThat(Times.earlierKnown(AFTER_NOON, null)).isEqualTo(AFTER_NOON);
        assertThat(Times.earlierKnown(AFTER_NOON, NOON)).isEqualTo(NOON);
        assertThat(Times.laterKnown(null, NOON)).isEqualTo(NOON);
        assertThat(Times.laterKnown(AFTER_NOON, NOON)).isEqualTo(AFTER_NOON);
        assertThat(Times.<Instant>laterKnown(null, null)).isNull();
    }
}
