package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In what order parts are closed, and what becomes of those that do not end. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class CloserTest {
    private final ConcurrentLinkedQueue<String> closed = new ConcurrentLinkedQueue<>();
    private final Closer closing =
            new Closer(new Closer.Limits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(300)));

    private void add(String name) {
        closing.add(name, () -> closed.add(name));
    }

    @Test
    void theLastIsClosedFirstAndOneThatFailsKeepsNobodyOff() {
        add("broker");
        closing.add("pipeline", () -> {
            throw new IllegalStateException("planted");
        });
        add("server");

        closing.close();

        assertThat(closed).containsExactly("server", "broker");
        assertThat(closing.leftAlone()).isEmpty();
    }

    @Test
    void partsThatHangAreLeftAloneAndTheOthersHaveTheirTurn() {
        CountDownLatch never = new CountDownLatch(1);
        add("broker");
        closing.add("pipeline", never::await);
        closing.add("producer", never::await);
        add("server");
        long begun = System.nanoTime();

        closing.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(closed).containsExactly("server", "broker");
        assertThat(closing.leftAlone()).isEqualTo(List.of("producer", "pipeline"));
        never.countDown();
    }
}
