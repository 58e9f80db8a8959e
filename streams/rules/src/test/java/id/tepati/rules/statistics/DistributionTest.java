package id.tepati.rules.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

    @Test
    void nothingHasNeitherQuantileNorMaximum() {
        assertThat(Distribution.EMPTY.count()).isZero();
        assertThat(Distribution.EMPTY.sum()).isZero();
        assertThat(Distribution.EMPTY.quantile(0.5)).isEmpty();
        assertThat(Distribution.EMPTY.max()).isEmpty();
        assertThat(Distribution.EMPTY.buckets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // nearest rank of 1..20: the smallest value with at least that share of the values up to it
        "0, 1",
        "0.05, 1",
        "0.051, 2",
        "0.5, 10",
        "0.501, 11",
        "0.9, 18",
        "0.95, 19",
        "0.96, 20",
        "1, 20"
    })
    void quantilesAreNearestRank(double share, long value) {
        assertThat(of(LongStream.rangeClosed(1, 20).toArray()).quantile(share)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({"0.07, 7", "0.14, 14", "0.28, 28", "0.29, 29"})
    void aShareIsTheDecimalThatWasWritten(double share, long rank) {
        // 0.07 * 100, 0.14 * 100 and 0.28 * 100 are a little more than whole in binary arithmetic.
        Distribution hundred = of(LongStream.concat(
                        LongStream.rangeClosed(1, 30),
                        LongStream.generate(() -> 31).limit(70))
                .toArray());

        assertThat(hundred.quantile(share)).hasValue(rank);
    }

    @Test
    void wholeValuesUpToFiftyAreExact() {
        for (long value = 0; value <= 50; value++) {
            assertThat(Distribution.EMPTY.plus(value).max()).hasValue(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "1, 0", "2, 36", "50, 198", "51, 199", "100, 233", "3600, 414", "86400, 575", "5184000, 781"})
    void theScaleIsFixedForEver(long value, int bucket) {
        // ceil(ln x / ln 1.02), computed apart with 40 digits (ln 86400 / ln 1.02 is 574.0018); stored tallies hold
        // these numbers.
        assertThat(Distribution.EMPTY.plus(value).buckets()).isEqualTo(Map.of(bucket, 1L));
    }

    /** Three waits of 6060, 6070 and 6080 seconds lie in one bucket, whose representative is 6022. */
    @Test
    void noFigureLiesBelowTheSmallestOrAboveTheLargest() {
        Distribution waits = of(6_060, 6_070, 6_080);

        assertThat(waits.buckets()).isEqualTo(Map.of(440, 3L));
        assertThat(waits.min()).hasValue(6_060);
        assertThat(waits.quantile(0.5)).hasValue(6_060);
        assertThat(waits.max()).hasValue(6_080);
        assertThat(waits.minus(6_080).max()).hasValue(6_070);
        // without the values, the mean is known still
        assertThat(Distribution.of(waits.sum(), waits.buckets()).max()).hasValue(6_070);
        assertThat(Distribution.of(waits.sum(), waits.buckets()).min()).hasValue(6_022);
    }

    @Test
    void extremesThatCannotBeAreRefused() {
        Distribution counted = Distribution.of(18_210, new TreeMap<>(Map.of(440, 3L)));

        assertThat(counted.knowsExtremes()).isFalse();
        assertThat(counted.within(6_060, 6_080).knowsExtremes()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> counted.within(6_071, 6_080));
        assertThatIllegalArgumentException().isThrownBy(() -> counted.within(6_060, 6_069));
        assertThatIllegalArgumentException().isThrownBy(() -> counted.within(100, 6_080));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.EMPTY.within(0, 0));
    }

    @Test
    void valuesThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(new long[] {-1}, new long[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(new long[] {5}, new long[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(new long[] {5, 5}, new long[] {1, 1}));
    }

    @Test
    void theLargestValueHasABucketToo() {
        Distribution largest = Distribution.EMPTY.plus(Long.MAX_VALUE);

        assertThat(Distribution.of(largest.sum(), largest.buckets())).isEqualTo(largest);
    }

    @Test
    void aValueTakenBackLeavesNoTrace() {
        assertThat(of(5, 700, 0).minus(700)).isEqualTo(of(0, 5)).hasSameHashCodeAs(of(0, 5));
        assertThat(of(5, 700, 0).minus(of(0, 5, 700))).isEqualTo(Distribution.EMPTY);
    }

    @Test
    void whatWasNeverGivenCannotBeTakenBack() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(5, 700).minus(6))
                .withMessageContaining("broken invariant");
        assertThatIllegalStateException().isThrownBy(() -> Distribution.EMPTY.minus(0));
        assertThatIllegalStateException().isThrownBy(() -> of(5).minus(of(5, 5)));
        // 1000 and 1001 share a bucket, but the sum tells them apart here.
        assertThatIllegalStateException().isThrownBy(() -> of(1000).minus(1001));
        assertThatIllegalStateException().isThrownBy(() -> of(1000).minus(999));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void negativeValuesAreRefused(long value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.EMPTY.plus(value));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.EMPTY.minus(value));
    }

    @Test
    void bucketsThatCannotExistAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(1, new TreeMap<>()));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(-1, new TreeMap<>(Map.of(3, 1L))));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(0, new TreeMap<>(Map.of(3, 1L))));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(1, new TreeMap<>(Map.of(-1, 1L))));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(1, new TreeMap<>(Map.of(0, 0L))));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(0, new TreeMap<>(Map.of(-2, 1L))));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(9, new TreeMap<>(Map.of(9999, 1L))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareLiesInZeroToOne(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(1).quantile(share));
    }

    static Distribution of(long... values) {
        Distribution built = Distribution.EMPTY;
        for (long value : values) {
            built = built.plus(value);
        }
        return built;
    }
}
