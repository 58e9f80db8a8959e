package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A publication moves the dues of running clocks and leaves reached verdicts alone. */
final class CatalogueChangeTest {
    private static final Instant NINE = Bench.BEGIN;

    private final HeldCatalogue catalogue = new HeldCatalogue(City.ofDinas());
    private final Bench bench = new Bench(catalogue);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void movesTheDueOfRunningClocksAndLeavesReachedVerdictsAlone() {
        bench.application(at(0), Case.izin("late").accepted("e1", at(0)))
                .application(at(30), Case.izin("running").accepted("e1", at(30)))
                .asOf(at(125));
        assertThat(bench.outcome("late", "completion")).isEqualTo("late, open");

        catalogue.publish(City.ofDinasDeciding(Duration.ofHours(5), at(126)), 2);
        bench.asOf(at(127));

        assertThat(bench.outcome("late", "completion")).isEqualTo("late, open");
        assertThat(bench.clock("running", "completion").due()).isEqualTo(at(30 + 300));
        bench.asOf(at(330));
        assertThat(bench.outcome("running", "completion")).isEqualTo("open, open");
        bench.asOf(at(331));
        assertThat(bench.outcome("running", "completion")).isEqualTo("late, open");
    }

    @Test
    void aVersionKnownFromLaterOnMovesTheDueThen() {
        bench.application(at(0), Case.izin("I-1").accepted("e1", at(0))).asOf(at(10));

        catalogue.publish(City.ofDinasDeciding(Duration.ofMinutes(30), at(60)), 2);
        bench.asOf(at(59));
        assertThat(bench.clock("I-1", "completion").due()).isEqualTo(at(120));
        assertThat(bench.outcome("I-1", "completion")).isEqualTo("open, open");

        bench.asOf(at(60));
        assertThat(bench.outcome("I-1", "completion")).isEqualTo("late, open");
        assertThat(bench.clock("I-1", "completion").verdictAt()).isEqualTo(at(60));
    }

    private static Instant at(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
