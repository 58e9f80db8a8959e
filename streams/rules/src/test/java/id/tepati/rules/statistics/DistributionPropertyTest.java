package id.tepati.rules.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class DistributionPropertyTest {

    @Property
    void theOrderLeavesNoTrace(@ForAll("values") List<Long> values, @ForAll Random random) {
        List<Long> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);

        assertThat(build(shuffled)).isEqualTo(build(values)).hasSameHashCodeAs(build(values));
    }

    @Property
    void mergingIsBuildingFromBoth(@ForAll("values") List<Long> some, @ForAll("values") List<Long> others) {
        List<Long> all = new ArrayList<>(some);
        all.addAll(others);

        assertThat(build(some).plus(build(others))).isEqualTo(build(all));
        assertThat(build(others).plus(build(some))).isEqualTo(build(all));
    }

    @Property
    void takingBackUndoesGiving(@ForAll("values") List<Long> some, @ForAll("values") List<Long> others) {
        Distribution both = build(some).plus(build(others));
        Distribution oneByOne = both;
        for (long value : others) {
            oneByOne = oneByOne.minus(value);
        }

        assertThat(both.minus(build(others))).isEqualTo(build(some));
        assertThat(oneByOne).isEqualTo(build(some)).hasSameHashCodeAs(build(some));
    }

    @Property
    void sumsAndBucketsTellEverything(@ForAll("values") List<Long> values) {
        Distribution built = build(values);

        assertThat(Distribution.of(built.sum(), built.buckets())).isEqualTo(built);
        assertThat(built.count()).isEqualTo(values.size());
        assertThat(built.sum())
                .isEqualTo(values.stream().mapToLong(Long::longValue).sum());
        assertThat(built.buckets().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(values.size());
    }

    @Property
    void quantilesAreWithinOnePercentOfTheExactOnes(
            @ForAll("values") @NotEmpty List<Long> values, @ForAll @IntRange(max = 1000) int permille) {
        List<Long> sorted = values.stream().sorted().toList();
        int rank = Math.max(1, (permille * sorted.size() + 999) / 1000);
        long exact = sorted.get(rank - 1);

        assertNear(build(values).quantile(permille / 1000.0).orElseThrow(), exact);
        assertNear(build(values).max().orElseThrow(), sorted.get(sorted.size() - 1));
    }

    @Property
    void differentCountsAreDifferent(@ForAll("values") List<Long> values) {
        assertThat(build(values).plus(0)).isNotEqualTo(build(values));
    }

    /** Within 1 % and the half unit lost by rounding to whole numbers. */
    private static void assertNear(long value, long exact) {
        assertThat(Math.abs((double) value - exact)).isLessThanOrEqualTo(0.01 * exact + 0.5);
        if (exact <= 50) {
            assertThat(value).isEqualTo(exact);
        }
    }

    private static Distribution build(List<Long> values) {
        Distribution built = Distribution.EMPTY;
        for (long value : values) {
            built = built.plus(value);
        }
        return built;
    }

    @Provide
    Arbitrary<List<Long>> values() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 60),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, 1_000_000_000_000_000L))
                .list()
                .ofMaxSize(60);
    }
}
