package id.tepati.contract.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstantTextTest {
    /** From the year -1000 to the year 11000. */
    @Property
    void saysWhatJavaSays(
            @ForAll @LongRange(min = -93_692_592_000L, max = 284_959_900_800L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant exact = Instant.ofEpochSecond(second, nanos);
        Instant micros = Instant.ofEpochSecond(second, nanos / 1_000 * 1_000);
        Instant millis = Instant.ofEpochSecond(second, nanos / 1_000_000 * 1_000_000);

        assertThat(InstantText.of(exact)).isEqualTo(exact.toString());
        assertThat(InstantText.of(micros)).isEqualTo(micros.toString());
        assertThat(InstantText.of(millis)).isEqualTo(millis.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T10:05:00Z",
                "2026-11-21T00:00:00.5Z",
                "1969-12-31T23:59:59.999999999Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void saysSoAtTheEdges(String text) {
        Instant instant = Instant.parse(text);

        assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
    }
}
