package id.tepati.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class PendingSignInsTest {
    private final Watch watch = new Watch();
    private final PendingSignIns pending = new PendingSignIns(watch);

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-29T03:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void goOn(Duration by) {
            now = now.plus(by);
        }
    }

    private String begin(String browser) {
        return pending.begin(browser, "/").state().getValue();
    }

    @Test
    void isGoodOnceInItsOwnBrowser() {
        String state = begin("satu");

        assertThat(pending.end("dua", state)).isEmpty();
        assertThat(pending.end("satu", begin("satu") + "x")).isEmpty();
        assertThat(pending.end("satu", state)).isPresent();
        assertThat(pending.end("satu", state)).isEmpty();
    }

    @Test
    void isOverAfterTenMinutes() {
        String first = begin("satu");
        watch.goOn(PendingSignIns.WITHIN.minusMillis(1));
        String second = begin("satu");
        assertThat(pending.end("satu", first)).isPresent();

        watch.goOn(PendingSignIns.WITHIN);
        assertThat(pending.end("satu", second)).isEmpty();
    }

    @Test
    void ofTooManyTheOldestAreForgotten() {
        String first = begin("satu");
        String second = begin("satu");
        for (int i = 0; i < 9_999; i++) {
            begin("banyak");
        }

        assertThat(pending.end("satu", first)).isEmpty();
        assertThat(pending.end("satu", second)).isPresent();
    }
}
