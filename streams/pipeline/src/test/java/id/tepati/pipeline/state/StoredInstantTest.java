package id.tepati.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class StoredInstantTest {
    @Test
    void countsFrom1970InBothDirections() {
        assertThat(StoredInstant.of(Instant.parse("1970-01-01T00:00:01.000002Z")))
                .isEqualTo(1_000_002);
        assertThat(StoredInstant.of(Instant.parse("1969-12-31T23:59:59.999999Z")))
                .isEqualTo(-1);
        assertThat(StoredInstant.instant(-1)).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
    }

    @Test
    void theFirstInstantOfAllHasANumberOfItsOwn() {
        assertThat(StoredInstant.instant(StoredInstant.of(Instant.MIN))).isEqualTo(Instant.MIN);
    }

    @Property
    void comesBackTheSame(
            @ForAll @LongRange(min = -62_135_596_800_000_000L, max = 253_402_300_799_999_999L) long micros) {
        assertThat(StoredInstant.of(StoredInstant.instant(micros))).isEqualTo(micros);
    }
}
