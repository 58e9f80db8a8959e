package id.tepati.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class LockOutTest {
    private Instant now = Instant.parse("2026-11-23T03:00:00Z");
    private final LockOut lockOut = new LockOut(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(lockOut.begin(name)).as("try %s", i).isTrue();
        }
    }

    @Test
    void tenFailuresInARowLockANameFor15Minutes() {
        fail("ani", 10);

        assertThat(lockOut.begin("ani")).isFalse();
        assertThat(lockOut.begin("budi")).isTrue();
        now = now.plus(LockOut.LOCKED_FOR).minusMillis(1);
        assertThat(lockOut.begin("ani")).isFalse();
        now = now.plusMillis(1);
        fail("ani", 10);
        assertThat(lockOut.begin("ani")).isFalse();
    }

    @Test
    void theRightPasswordForgetsFailures() {
        fail("ani", 9);
        assertThat(lockOut.begin("ani")).isTrue();
        lockOut.succeeded("ani");

        fail("ani", 10);
    }

    @Test
    void failuresInARowMayBeFarApart() {
        for (int i = 0; i < 10; i++) {
            now = now.plus(Duration.ofDays(1));
            assertThat(lockOut.begin("ani")).isTrue();
        }
        assertThat(lockOut.begin("ani")).isFalse();
    }

    @Test
    void memoryIsBoundHoweverManyNamesAreTried() {
        fail("first", 10);
        for (int i = 0; i < LockOut.NAMES; i++) {
            assertThat(lockOut.begin("n" + i)).isTrue();
        }
        assertThat(lockOut.begin("first")).isTrue();
    }
}
