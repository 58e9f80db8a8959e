package id.tepati.standalone.demo.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
    private static final int THROWS = 20_000;

    private static List<Double> throwsOf(SeededRandom dice) {
        return DoubleStream.generate(dice::fraction).limit(5).boxed().toList();
    }

    @Test
    void equalPartsGiveEqualThrowsAndOthersOthers() {
        List<Double> some = throwsOf(SeededRandom.of(1, "kel-a", "sktm"));

        assertThat(throwsOf(SeededRandom.of(1, "kel-a", "sktm"))).isEqualTo(some);
        assertThat(throwsOf(SeededRandom.of(2, "kel-a", "sktm"))).isNotEqualTo(some);
        assertThat(throwsOf(SeededRandom.of(1, "kel-as", "ktm"))).isNotEqualTo(some);
    }

    @Test
    void fractionsAreEven() {
        SeededRandom dice = SeededRandom.of(1, "even");
        long[] tenths = new long[10];
        IntStream.range(0, THROWS).forEach(each -> tenths[(int) (10 * dice.fraction())]++);
        assertThat(tenths).hasSize(10);
        for (long tenth : tenths) {
            assertThat(tenth).isBetween(1800L, 2200L);
        }
    }

    @Test
    void countsHaveTheMeanAndTheVarianceOfPoisson() {
        SeededRandom dice = SeededRandom.of(1, "poisson");
        int[] counts = IntStream.range(0, THROWS).map(each -> dice.count(2.5)).toArray();
        double mean = IntStream.of(counts).average().orElseThrow();
        double variance = IntStream.of(counts)
                .mapToDouble(count -> (count - mean) * (count - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(2.5, within(0.06));
        assertThat(variance).isCloseTo(2.5, within(0.15));
    }

    @Test
    void factorsHaveMedianOneAndTheirSpread() {
        SeededRandom dice = SeededRandom.of(1, "factor");
        double[] factors = DoubleStream.generate(() -> dice.factor(0.45))
                .limit(THROWS)
                .sorted()
                .toArray();
        assertThat(factors[THROWS / 2]).isCloseTo(1, within(0.02));
        // 84.1 % lie below one deviation: exp(0.45) = 1.568
        assertThat(factors[(int) (THROWS * 0.8413)]).isCloseTo(1.568, within(0.04));
    }

    @Test
    void aRangeIncludesBothEnds() {
        SeededRandom dice = SeededRandom.of(1, "range");
        assertThat(IntStream.range(0, 200).map(each -> dice.between(3, 5)).distinct())
                .containsExactlyInAnyOrder(3, 4, 5);
    }
}
