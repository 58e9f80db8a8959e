package id.tepati.standalone.app;

import static id.tepati.standalone.app.HeapWatch.State.EXHAUSTED;
import static id.tepati.standalone.app.HeapWatch.State.FINE;
import static id.tepati.standalone.app.HeapWatch.State.TIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a heap is called full, and when used up. */
class HeapWatchTest {
    private final HeapWatch watch = new HeapWatch();
    private Duration at = Duration.ofHours(1);
    private Duration collecting = Duration.ofMinutes(3);

    private HeapWatch.State pass(Duration time, double share, double used, double longLived) {
        at = at.plus(time);
        collecting = collecting.plus(Duration.ofMillis(Math.round(time.toMillis() * share)));
        return watch.look(new HeapUse(at, collecting, used, longLived));
    }

    private HeapWatch.State pass(int seconds, double share, double used, double longLived) {
        HeapWatch.State last = FINE;
        for (int i = 0; i < seconds; i++) {
            last = pass(Duration.ofSeconds(1), share, used, longLived);
        }
        return last;
    }

    @ParameterizedTest
    @CsvSource({
        // as measured with a read model that outgrew its heap, and at the edges
        "0.06, 0.60, 0.61, FINE",
        "0.06, 0.60, 0.84, FINE",
        "0.11, 0.61, 0.85, TIGHT",
        "0.45, 0.70, 1.00, TIGHT",
        "0.66, 0.92, 1.00, TIGHT",
        "0.01, 0.99, 0.99, TIGHT",
        "0.74, 0.99, 0.99, TIGHT",
        "0.99, 0.94, 0.94, TIGHT",
        "0.99, 0.50, 0.50, FINE",
        "0.75, 0.95, 0.95, EXHAUSTED",
        "0.84, 0.97, 1.00, EXHAUSTED",
        "0.97, 0.99, 0.99, EXHAUSTED",
        "1.00, 1.00, 1.00, EXHAUSTED",
    })
    void whatWasSoForHalfAMinuteCounts(double share, double used, double longLived, HeapWatch.State expected) {
        assertThat(pass(31, share, used, longLived)).isEqualTo(expected);
    }

    @Test
    void lessThanHalfAMinuteSaysNothing() {
        assertThat(pass(30, 1, 1, 1)).isEqualTo(FINE);
        assertThat(pass(1, 1, 1, 1)).isEqualTo(EXHAUSTED);
    }

    @Test
    void looksMayBeFarApartWhereNothingElseRunsEither() {
        pass(Duration.ofSeconds(1), 1, 1, 1);
        assertThat(pass(Duration.ofSeconds(17), 1, 1, 1)).isEqualTo(FINE);
        assertThat(pass(Duration.ofSeconds(17), 1, 1, 1)).isEqualTo(EXHAUSTED);
    }

    @Test
    void whoeverFindsRoomOnceBeginsAnew() {
        pass(25, 0.97, 0.99, 0.99);
        pass(1, 0.97, 0.94, 0.94);
        assertThat(pass(29, 0.97, 0.99, 0.99)).isEqualTo(TIGHT);
        assertThat(pass(2, 0.97, 0.99, 0.99)).isEqualTo(EXHAUSTED);
    }

    @Test
    void aMachineThatSleptInTheMiddleOfACollectionDidNotRunOutOfMemory() {
        pass(60, 0.05, 0.5, 0.6);
        assertThat(pass(Duration.ofHours(8), 1, 0.5, 0.6)).isEqualTo(FINE);
    }

    @Test
    void anHourOfPlentyDoesNotHideWhatCameAfterIt() {
        pass(3_600, 0.01, 0.4, 0.4);
        assertThat(pass(30, 0.97, 0.99, 0.99)).isEqualTo(FINE);
        assertThat(pass(1, 0.97, 0.99, 0.99)).isEqualTo(EXHAUSTED);
    }
}
