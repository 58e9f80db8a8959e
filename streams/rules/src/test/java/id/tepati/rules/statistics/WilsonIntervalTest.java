package id.tepati.rules.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.tepati.rules.statistics.WilsonInterval.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** The bounds were computed apart from this code with 40 decimal digits. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "0, 8, 0.000000, 0.324408",
        "8, 8, 0.675592, 1.000000",
        "10, 20, 0.299298, 0.700702",
        "3261, 5466, 0.583528, 0.609530",
        "1, 1, 0.206549, 1.000000",
        "952, 1434, 0.639019, 0.687860",
        "999999, 1000000, 0.999994, 1.000000"
    })
    void agreesWithTheFormulaInDecimals(long successes, long n, double low, double high) {
        Interval interval = WilsonInterval.of(successes, n);

        assertThat(interval.low()).isCloseTo(low, within(0.0000005));
        assertThat(interval.high()).isCloseTo(high, within(0.0000005));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"8, 8", "5, 20", "3261, 5466", "1, 1000000"})
    void successesAndFailuresMirrorEachOther(long successes, long n) {
        Interval interval = WilsonInterval.of(successes, n);
        Interval mirrored = WilsonInterval.of(n - successes, n);

        assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(1e-12));
        assertThat(interval.high()).isCloseTo(1 - mirrored.low(), within(1e-12));
        assertThat((double) successes / n).isBetween(interval.low(), interval.high());
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"0, 0", "0, -1", "-1, 5", "6, 5"})
    void withoutAShareThereIsNoInterval(long successes, long n) {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(successes, n));
    }
}
