package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RestartsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T03:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final Restarts restarts = new Restarts(now::get);

    @Test
    void allowsThreeInTenMinutes() {
        assertThat(restarts.allowOneMore()).isTrue();
        assertThat(restarts.allowOneMore()).isTrue();
        assertThat(restarts.allowOneMore()).isTrue();
        assertThat(restarts.allowOneMore()).isFalse();
    }

    @Test
    void forgetsWhatIsLongerAgo() {
        restarts.allowOneMore();
        now.set(BEGIN.plusSeconds(300));
        restarts.allowOneMore();
        restarts.allowOneMore();

        now.set(BEGIN.plusSeconds(600));
        assertThat(restarts.allowOneMore()).as("the first was ten minutes ago").isFalse();

        now.set(BEGIN.plusSeconds(601));
        assertThat(restarts.allowOneMore())
                .as("only two in the last ten minutes")
                .isTrue();
        assertThat(restarts.allowOneMore()).isFalse();
    }
}
