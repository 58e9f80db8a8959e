package id.tepati.rules.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.tepati.rules.statistics.WilsonInterval;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {
    @Test
    void isTheShareOfTheVerdictsThatWereOnTime() {
        Attainment attainment = new Attainment(8, 2).plus(new Attainment(1, 1));

        assertThat(attainment.n()).isEqualTo(12);
        assertThat(attainment.share()).contains(0.75);
    }

    /** Newcombe (1998), table I: 81 of 263 have 0.2553 to 0.3662. */
    @Test
    void comesWithItsInterval() {
        WilsonInterval.Interval interval = new Attainment(81, 182).interval().orElseThrow();

        assertThat(interval.low()).isEqualTo(0.2553, within(0.00005));
        assertThat(interval.high()).isEqualTo(0.3662, within(0.00005));
    }

    @Test
    void tellsNothingWithoutAVerdict() {
        assertThat(Attainment.NONE.share()).isEmpty();
        assertThat(Attainment.NONE.interval()).isEmpty();
        assertThat(Attainment.NONE.reaches(new BigDecimal("0.9"))).isEmpty();
    }

    /** 0.57 of 100 are 57, though 0.57 * 100 is 56.99999999999999 in floating point. */
    @ParameterizedTest
    @CsvSource({"9, 1, 0.9, true", "8, 2, 0.9, false", "57, 43, 0.57, true", "56, 44, 0.57, false", "3, 0, 1, true"})
    void reachesATargetThatItHitsExactly(long onTime, long late, BigDecimal target, boolean reached) {
        assertThat(new Attainment(onTime, late).reaches(target)).contains(reached);
    }

    @Test
    void reachesNothingWhereNothingIsAimedAt() {
        assertThat(new Attainment(9, 1).reaches(null)).isEmpty();
    }

    @Test
    void isNotOfFewerThanNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Attainment(1, -1));
    }
}
