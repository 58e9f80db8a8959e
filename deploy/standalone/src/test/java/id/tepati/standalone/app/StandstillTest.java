package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.http.Health;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When something that stands still is told. */
class StandstillTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, Integer> positions = new HashMap<>(Map.of("a", 1, "b", 1));
    private final Standstill standstill = new Standstill(() -> positions, nanos::get);

    private void look(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            standstill.look();
        }
    }

    private Health health(Standstill.Bounds bounds) {
        return standstill.health("It has not moved", bounds);
    }

    @Test
    void theOneThatStandsLongestCounts() {
        look(10);
        positions.put("a", 2);
        look(5);

        assertThat(standstill.look()).isEqualTo(Duration.ofSeconds(14));

        positions.put("b", 2);
        look(1);
        assertThat(standstill.look()).isEqualTo(Duration.ofSeconds(4).plusSeconds(1));
    }

    @Test
    void whatNeedNotMoveAnyMoreIsForgotten() {
        look(30);
        positions.clear();
        look(1);

        assertThat(standstill.look()).isZero();
    }

    @Test
    void aProcessThatWasPutToSleepBlamesNobody() {
        look(3);
        nanos.addAndGet(Duration.ofHours(8).toNanos());

        assertThat(standstill.look()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void itIsUnreadyFirstAndDeadMuchLater() {
        Health own = health(Standstill.Bounds.OWN);
        look(20);
        assertThat(own.unready().get()).isEmpty();
        look(1);
        assertThat(own.unready().get()).contains("It has not moved for 20 s: read the log.");
        assertThat(own.dead().get()).isEmpty();

        look(160);
        assertThat(own.dead().get()).contains("It has not moved for 180 s: restart the process.");
        assertThat(health(Standstill.Bounds.FOREIGN).dead().get()).isEqualTo(Optional.empty());
    }
}
