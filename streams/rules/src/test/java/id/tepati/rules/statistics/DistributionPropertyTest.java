package id.tepati.rules.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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

        Distribution counted = Distribution.of(built.sum(), built.buckets());
        assertThat(counted.buckets()).isEqualTo(built.buckets());
        assertThat(counted.count()).isEqualTo(built.count());
        assertThat(counted.sum()).isEqualTo(built.sum());
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
    void valuesTellEverything(@ForAll("values") List<Long> values) {
        Distribution built = build(values);
        long[] distinct =
                IntStream.range(0, built.distinct()).mapToLong(built::value).toArray();
        long[] times =
                IntStream.range(0, built.distinct()).mapToLong(built::times).toArray();

        assertThat(Distribution.of(distinct, times)).isEqualTo(built).hasSameHashCodeAs(built);
        assertThat(distinct)
                .containsExactly(values.stream()
                        .mapToLong(Long::longValue)
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** Against the list itself, after anything was taken back in any order, and for who sees but buckets and extremes. */
    @Property
    void theExtremesAreTrueWhateverWasTakenBack(
            @ForAll("values") @NotEmpty List<Long> stay, @ForAll("values") List<Long> go, @ForAll Random random) {
        List<Long> all = new ArrayList<>(stay);
        all.addAll(go);
        Collections.shuffle(all, random);
        Distribution left = build(all);
        List<Long> takenBack = new ArrayList<>(go);
        Collections.shuffle(takenBack, random);
        for (long value : takenBack) {
            left = left.minus(value);
        }

        assertThat(left.min()).hasValue(Collections.min(stay));
        assertThat(left.max()).hasValue(Collections.max(stay));
        Distribution seen = Distribution.of(left.sum(), left.buckets())
                .within(left.min().orElseThrow(), left.max().orElseThrow());
        assertThat(seen.min()).hasValue(Collections.min(stay));
        assertThat(seen.max()).hasValue(Collections.max(stay));
        for (double share : List.of(0.0, 0.05, 0.5, 0.9, 0.95, 1.0)) {
            assertThat(seen.quantile(share)).isEqualTo(left.quantile(share));
        }
        assertThat(seen.plus(build(go)).max()).hasValue(Collections.max(all));
        assertThat(seen.plus(build(go)).min()).hasValue(Collections.min(all));
    }

    @Property
    void theFiguresStandInTheirOrder(@ForAll("values") @NotEmpty List<Long> values, @ForAll("values") List<Long> more) {
        Distribution built = build(values);
        Distribution counted = Distribution.of(built.sum(), built.buckets());

        for (Distribution one :
                List.of(built, counted, counted.plus(build(more)), build(more).plus(counted))) {
            BigDecimal mean =
                    BigDecimal.valueOf(one.sum()).divide(BigDecimal.valueOf(one.count()), 1, RoundingMode.HALF_UP);
            assertThat(List.of(
                            one.min().orElseThrow(),
                            one.quantile(0.5).orElseThrow(),
                            one.quantile(0.9).orElseThrow(),
                            one.quantile(0.95).orElseThrow(),
                            one.max().orElseThrow()))
                    .as("%s", one)
                    .isSorted();
            assertThat(mean)
                    .as("%s", one)
                    .isBetween(
                            BigDecimal.valueOf(one.min().orElseThrow()),
                            BigDecimal.valueOf(one.max().orElseThrow()));
        }
    }

    /** What was counted before the values were kept goes on: only the extremes are as near as the buckets. */
    @Property
    void bucketsWithoutValuesCanBeTakenBackToo(@ForAll("values") List<Long> some, @ForAll("values") List<Long> others) {
        Distribution both = build(some).plus(build(others));
        Distribution counted = Distribution.of(both.sum(), both.buckets());

        Distribution left = counted.minus(build(others));

        assertThat(left.buckets()).isEqualTo(build(some).buckets());
        assertThat(left.sum()).isEqualTo(build(some).sum());
        assertThat(left.knowsValues()).isEqualTo(some.size() <= 1);
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
