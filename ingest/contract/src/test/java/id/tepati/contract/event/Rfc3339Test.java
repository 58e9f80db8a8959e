package id.tepati.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Rfc3339Test {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-01-05T08:15:00+07:00,           2026-01-05T01:15:00Z
                    2026-01-05t08:15:00z,                2026-01-05T08:15:00Z
                    2026-01-05T00:30:00.5-09:30,         2026-01-05T10:00:00.500Z
                    2026-01-05T23:59:59.9999999Z,        2026-01-05T23:59:59.999999Z
                    1969-12-31T23:59:59.9999999Z,        1969-12-31T23:59:59.999999Z
                    2024-02-29T00:00:00-00:00,           2024-02-29T00:00:00Z
                    2026-01-01T00:00:00+08:00,           2025-12-31T16:00:00Z
                    """)
    void readsInstants(String text, Instant instant) {
        assertThat(Rfc3339.instant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-05",
                "2026-01-05T08:15:00",
                "2026-01-05 08:15:00Z",
                "2026-01-05T08:15Z",
                "2026-01-05T08:15:00+7:00",
                "2026-01-05T08:15:00+0700",
                "2026-01-05T08:15:00+07",
                "2026-01-05T08:15:00.Z",
                "2026-01-05T08:15:00.1234567890Z",
                "2026-02-29T00:00:00Z",
                "2026-01-05T24:00:00Z",
                "2026-01-05T23:60:00Z",
                "2026-01-05T23:59:60Z",
                "2026-00-05T08:15:00Z",
                "2026-01-05T08:15:00+24:00",
                "2026-01-05T08:15:00*07:00",
                "2026-01-05T08:15:00ZZ",
                "+2026-01-05T08:15:00Z",
                "2026-01-05T08:15:00,5Z",
                "٢٠٢٦-01-05T08:15:00Z"
            })
    void refusesEverythingElse(String text) {
        assertThat(Rfc3339.instant(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05,2026-01-05", "2024-02-29,2024-02-29", "2023-02-29,", "2026-1-5,", "2026-01-32,", "20260105,"
    })
    void readsDates(String text, LocalDate date) {
        assertThat(Rfc3339.date(text)).isEqualTo(date);
    }
}
