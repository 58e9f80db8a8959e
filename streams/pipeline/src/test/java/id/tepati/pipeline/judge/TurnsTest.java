package id.tepati.pipeline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.pipeline.app.City;
import id.tepati.pipeline.app.HeldCatalogue;
import id.tepati.pipeline.app.SetAsOf;
import id.tepati.pipeline.node.NodeNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is too much for one turn is left for the next, and nothing of it is forgotten. */
final class TurnsTest {
    private static final Instant NINE = Instant.parse("2026-11-21T02:00:00Z");
    private static final int MANY = 4_500;

    private final SetAsOf mark = new SetAsOf();
    private final HeldCatalogue catalogue = new HeldCatalogue(City.ofDinas());
    private final JudgeBench bench = new JudgeBench(catalogue, mark);

    @Test
    void manyDuesAtOneInstantAreTakenInTurns() {
        open(MANY);
        turn(at(119));
        bench.forget();

        turn(at(121));
        assertThat(bench.sent(NodeNames.CASES_OUT)).hasSize(2_000);
        turn(at(121));
        assertThat(bench.sent(NodeNames.CASES_OUT)).hasSize(4_000);
        assertThat(bench.sent(NodeNames.PROGRESS_OUT))
                .as("an instant is not reported before everything due by then is done")
                .isEmpty();
        turn(at(121));

        assertThat(keys(bench.sent(NodeNames.CASES_OUT))).hasSize(MANY);
        assertThat(bench.sent(NodeNames.CASES_OUT)).allMatch(row -> row.contains("\"outcome\":\"late\""));
        assertThat(bench.sent(NodeNames.PROGRESS_OUT)).hasSize(1);
    }

    @Test
    void aNewEditionWalksThroughAllCasesInTurns() {
        open(MANY);
        turn(at(1));
        bench.forget();

        catalogue.publish(City.ofDinasDeciding(Duration.ofHours(5), at(2)), 2);
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            turn(at(3));
            moved.add(bench.sent(NodeNames.CASES_OUT).size());
        }

        assertThat(moved).containsExactly(2_000, 4_000, 4_500, 4_500);
        assertThat(keys(bench.sent(NodeNames.CASES_OUT))).hasSize(MANY);
        assertThat(bench.sent(NodeNames.CASES_OUT)).allMatch(row -> row.contains("\"due\":\"" + at(300) + "\""));
    }

    @Test
    void aWalkGoesOnWhereItStoodAfterARestart() {
        open(MANY);
        turn(at(1));
        catalogue.publish(City.ofDinasDeciding(Duration.ofHours(5), at(2)), 2);
        turn(at(3));
        bench.forget();

        bench.restart();
        turn(at(3));
        turn(at(3));

        assertThat(keys(bench.sent(NodeNames.CASES_OUT))).hasSize(MANY - 2_000);
        turn(at(4));
        assertThat(bench.sent(NodeNames.CASES_OUT)).hasSize(MANY - 2_000);
    }

    @Test
    void aWalkBeginsAgainWhereAnotherEditionComesInBetween() {
        open(MANY);
        turn(at(1));
        catalogue.publish(City.ofDinasDeciding(Duration.ofHours(4), at(2)), 2);
        turn(at(3));
        bench.forget();

        catalogue.publish(City.ofDinasDeciding(Duration.ofHours(5), at(2)), 3);
        turn(at(3));
        turn(at(3));
        turn(at(3));

        assertThat(keys(bench.sent(NodeNames.CASES_OUT))).hasSize(MANY);
        assertThat(bench.sent(NodeNames.CASES_OUT)).allMatch(row -> row.contains("\"due\":\"" + at(300) + "\""));
    }

    @Test
    void whatIsDueDoesNotWaitForAWalk() {
        open(MANY);
        // sorts behind all that the first turn of the walk takes
        bench.accept(at(-30), "Z");
        turn(at(1));
        bench.forget();

        catalogue.publish(City.ofDinasDeciding(Duration.ofHours(5), at(110)), 2);
        turn(at(95));

        assertThat(bench.sent(NodeNames.CASES_OUT))
                .filteredOn(row -> row.contains("\"case\":\"Z\""))
                .hasSize(1)
                .allMatch(row -> row.contains("\"outcome\":\"late\""));
    }

    private void open(int cases) {
        turn(NINE.minus(Duration.ofHours(1)));
        for (int i = 0; i < cases; i++) {
            bench.accept(NINE, "I-" + i);
        }
    }

    private void turn(Instant asOf) {
        mark.set(asOf);
        bench.turn();
    }

    private static Set<String> keys(List<String> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.substring(row.indexOf("\"case\""), row.indexOf("\"incomplete\""))));
        return keys;
    }

    private static Instant at(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
