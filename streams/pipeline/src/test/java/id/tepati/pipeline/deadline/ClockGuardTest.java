package id.tepati.pipeline.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockGuardTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

    private final AtomicReference<Instant> wall = new AtomicReference<>(BEGIN);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final ClockGuard guard = new ClockGuard(wall::get, nanos::get);

    @Test
    void trustsTheFirstReading() {
        assertThat(guard.read()).isEqualTo(new ClockGuard.Reading(BEGIN, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        // the clocks move by, and so differ by
        "PT1S, PT1S, PT0S, true",
        "PT10M, PT10M, PT0S, true",
        "PT6S, PT1S, PT5S, true",
        "PT6.001S, PT1S, PT5.001S, false",
        "PT-4S, PT1S, PT-5S, true",
        "PT-5S, PT1S, PT-6S, false",
        "PT8H, PT5S, PT7H59M55S, false",
    })
    void comparesWithTheMonotonicClock(Duration wallMoves, Duration monotonicMoves, Duration jump, boolean trusted) {
        guard.read();
        wall.set(BEGIN.plus(wallMoves));
        nanos.addAndGet(monotonicMoves.toNanos());

        ClockGuard.Reading reading = guard.read();

        assertThat(reading.jump()).isEqualTo(jump);
        assertThat(reading.isTrustworthy()).isEqualTo(trusted);
    }

    @Test
    void slowDriftIsNoJump() {
        for (int second = 1; second <= 600; second++) {
            wall.set(BEGIN.plusMillis(second * 1010L));
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(guard.read().isTrustworthy()).isTrue();
        }
    }
}
