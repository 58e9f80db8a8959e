package id.tepati.contract.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    @Test
    void whateverIsWrittenIsReadAsItWas() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            long unit = new long[] {1, 1_000, 1_000_000, 1_000_000_000}[random.nextInt(4)];
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-70_000_000_000L, 260_000_000_000L), random.nextInt(1_000_000_000) / unit * unit);
            assertThat(InstantText.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2026-12-31T23:59:60Z",
                "2026-11-30T24:00:00Z",
                "2026-11-30T10:05:00.1Z",
                "2026-11-30T10:05:00+07:00",
                "+12026-11-30T10:05:00Z",
            })
    void whatJavaReadsIsReadAlike(String text) {
        assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-00T00:00:00Z",
                "2026-11-01T25:00:00Z",
                "2026-11-01T00:60:00Z",
                "2026-11-01T00:00:61Z",
                "2026-11-01T00:00:00.1234567890Z",
                "2026-11-01T00:00:00.x1Z",
                "2026-11-01T00:00:00",
                "2026-11-01 00:00:00Z",
                "2026-11-01T10:05Z",
                "٢٠٢٦-11-01T00:00:00Z",
            })
    void whatJavaRefusesIsRefused(String text) {
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
