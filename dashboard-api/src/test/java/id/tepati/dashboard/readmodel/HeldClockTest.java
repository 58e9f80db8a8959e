package id.tepati.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.output.ClockRow;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class HeldClockTest {
    /** Further from 1970 than 2 to the power of 63 nanoseconds, on both sides. */
    @Test
    void holdsInstantsOfAllYearsThatEventsMayName() {
        Instant start = Instant.parse("0001-01-01T00:00:00.000001Z");
        Instant due = Instant.parse("9999-12-31T23:59:59.999999Z");

        HeldClock held = HeldClock.of(row(start, due), name -> name);

        assertThat(held.start()).isEqualTo(start);
        assertThat(held.due()).contains(due);
    }

    private static ClockRow row(Instant start, Instant due) {
        return new ClockRow(
                "completion",
                null,
                1,
                "ktp-el",
                "completion",
                "open",
                true,
                start,
                LocalDate.of(1, 1, 1),
                null,
                due,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "kantor",
                1);
    }
}
